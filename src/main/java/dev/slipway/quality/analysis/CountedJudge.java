package dev.slipway.quality.analysis;

import dev.slipway.quality.statistics.Errors;
import dev.slipway.quality.statistics.Share;
import dev.slipway.release.AcceptanceCriterion;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Judges what is counted, such as failed requests, by exact tests. */
final class CountedJudge {

    private final AcceptanceCriterion criterion;
    private final Errors errors;

    CountedJudge(AcceptanceCriterion criterion, Errors errors) {
        this.criterion = criterion;
        this.errors = errors;
    }

    /** Against a threshold. It fails where so many would be too unlikely if the threshold were kept, and passes where that is kept for certain. */
    Judgement against(Share own) {
        var limit = Math.max(0, Math.min(1, threshold()));
        var misses = Threshold.of(criterion).isUpper() ? own : own.rest();
        var allowed = Threshold.of(criterion).isUpper() ? limit : 1 - limit;
        var p = misses.pAbove(allowed);
        var upper = misses.upper(errors.harmless());
        var needed = Math.max(criterion.fewestSamples(), Share.ruleOfThree(allowed));
        var figures = new Figures()
                .with("hits", own.hits())
                .with("total", own.of())
                .with("share", own.value())
                .with("threshold", limit)
                .with("p", p)
                .with("upper bound", upper)
                .with("error of failing", errors.fail())
                .with("error of passing", errors.harmless())
                .with("needed", needed);
        var said = String.format(
                Locale.ROOT,
                "%s of %,d; it has to be %s %s",
                share(own),
                own.of(),
                criterion.comparison(),
                Figures.percent(limit));
        if (own.of() >= criterion.fewestSamples() && misses.value() > allowed && p < errors.fail()) {
            return judgement(Finding.FAIL, "fails: " + said + ", " + Figures.p(p), figures);
        }
        if (own.of() < needed) {
            return judgement(Finding.NOT_ENOUGH_DATA, few(own.of(), needed) + ": " + said, figures);
        }
        return upper <= allowed
                ? judgement(Finding.PASS, "passes: " + said, figures)
                : judgement(
                        Finding.INCONCLUSIVE,
                        "inconclusive: " + said + ", and it may be as much as " + Figures.percent(upper)
                                + " on the bad side",
                        figures);
    }

    /** Against the former version. */
    Judgement against(Share own, Share former) {
        return switch (criterion.direction()) {
            case INCREASE -> worse(own, former, own, former, errors);
            case DECREASE -> worse(own.rest(), former.rest(), own, former, errors);
            case EITHER -> {
                var up = worse(own, former, own, former, errors.halved());
                var down = worse(own.rest(), former.rest(), own, former, errors.halved());
                yield Finding.of(List.of(up.finding(), down.finding())) == up.finding() ? up : down;
            }
        };
    }

    /** It fails where it is worse by what matters, which chance does not explain; it passes where it is certainly not worse by more than tolerated. */
    private Judgement worse(Share bad, Share formerBad, Share own, Share former, Errors chances) {
        var p = bad.pAbove(formerBad);
        var rise = bad.value() - formerBad.value();
        var upper = bad.upperAbove(formerBad, chances.harmless());
        var needed = Math.max(criterion.fewestSamples(), Share.ruleOfThree(criterion.tolerated()));
        var least = Math.min(own.of(), former.of());
        var figures = new Figures()
                .with("hits", own.hits())
                .with("total", own.of())
                .with("share", own.value())
                .with("former hits", former.hits())
                .with("former total", former.of())
                .with("former share", former.value())
                .with("change for the worse", rise)
                .with("tolerated", criterion.tolerated())
                .with("p", p)
                .with("upper bound", upper)
                .with("error of failing", chances.fail())
                .with("error of passing", chances.harmless())
                .with("needed", needed);
        var said = String.format(
                Locale.ROOT, "%s of %,d against %s of %,d", share(own), own.of(), share(former), former.of());
        if (least >= criterion.fewestSamples() && p < chances.fail() && rise >= criterion.tolerated()) {
            return judgement(Finding.FAIL, "fails: " + said + ", " + Figures.p(p), figures);
        }
        if (least < needed) {
            return judgement(Finding.NOT_ENOUGH_DATA, few(least, needed) + ": " + said, figures);
        }
        return upper <= criterion.tolerated()
                ? judgement(Finding.PASS, "passes: " + said, figures)
                : judgement(
                        Finding.INCONCLUSIVE,
                        "inconclusive: " + said + ", " + Figures.p(p) + "; it may be worse by as much as "
                                + Figures.percent(upper) + ", and " + Figures.percent(criterion.tolerated())
                                + " is tolerated",
                        figures);
    }

    private double threshold() {
        return Objects.requireNonNull(criterion.threshold());
    }

    private Judgement judgement(Finding finding, String words, Figures figures) {
        return new Judgement(criterion.name(), finding, words, figures.all());
    }

    private static String few(int counted, int needed) {
        return String.format(Locale.ROOT, "not enough data, %,d counted of the %,d needed", counted, needed);
    }

    private static String share(Share share) {
        return share.of() == 0 ? "none" : Figures.percent(share.value());
    }
}
