package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Reading.Values;
import dev.slipway.quality.statistics.Errors;
import dev.slipway.quality.statistics.Shift;
import dev.slipway.release.AcceptanceCriterion;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Judges what is measured again and again, such as a latency. */
final class MeasuredJudge {

    /** The interval has to stay clear of no change by so much of the change itself, as in Kayenta. */
    private static final double CLEARANCE = 0.25;

    private final AcceptanceCriterion criterion;
    private final Errors errors;

    MeasuredJudge(AcceptanceCriterion criterion, Errors errors) {
        this.criterion = criterion;
        this.errors = errors;
    }

    /** Against a threshold. It fails with one miss more than allowed; it passes only where at least half of what was due was measured. */
    Judgement against(Values own, int due) {
        var values = own.values();
        var missed = (int) Arrays.stream(values)
                .filter(value -> !Threshold.holds(criterion, value))
                .count();
        var worst = Threshold.of(criterion).isUpper()
                ? Arrays.stream(values).max().orElse(Double.NaN)
                : Arrays.stream(values).min().orElse(Double.NaN);
        var figures = new Figures()
                .with("measured", values.length)
                .with("due", due)
                .with("missing", own.missing())
                .with("missed the threshold", missed)
                .with("allowed", criterion.failures())
                .with("worst", worst)
                .with("median", values.length == 0 ? Double.NaN : Shift.median(values))
                .with("threshold", Objects.requireNonNull(criterion.threshold()));
        var required = criterion.comparison() + " " + Figures.number(criterion.threshold());
        if (missed > criterion.failures()) {
            return judgement(
                    Finding.FAIL,
                    "fails: %d of %d measurements are not %s, the worst is %s; %d may be"
                            .formatted(missed, values.length, required, Figures.number(worst), criterion.failures()),
                    figures);
        }
        if (values.length < criterion.fewestSamples() || values.length * 2 < due) {
            return judgement(
                    Finding.NOT_ENOUGH_DATA,
                    "not enough data: %d measurements of %d that were due; %d are needed"
                            .formatted(values.length, due, Math.max(criterion.fewestSamples(), (due + 1) / 2)),
                    figures);
        }
        return judgement(
                Finding.PASS,
                "passes: %d of %d measurements are %s, the worst is %s"
                        .formatted(values.length - missed, values.length, required, Figures.number(worst)),
                figures);
    }

    /** Against the former version, measured at the same time. */
    Judgement against(Values own, Values former) {
        var least = Math.min(own.values().length, former.values().length);
        if (least < criterion.fewestSamples()) {
            return judgement(
                    Finding.NOT_ENOUGH_DATA,
                    "not enough data: %d measurements against %d; %d are needed on each side"
                            .formatted(own.values().length, former.values().length, criterion.fewestSamples()),
                    new Figures()
                            .with("measured", own.values().length)
                            .with("former measured", former.values().length)
                            .with("needed", criterion.fewestSamples()));
        }
        return switch (criterion.direction()) {
            case INCREASE -> worse(own.values(), former.values(), 1, errors);
            case DECREASE -> worse(own.values(), former.values(), -1, errors);
            case EITHER -> {
                var up = worse(own.values(), former.values(), 1, errors.halved());
                var down = worse(own.values(), former.values(), -1, errors.halved());
                yield Finding.of(List.of(up.finding(), down.finding())) == up.finding() ? up : down;
            }
        };
    }

    /** It fails where it is worse by what matters and the whole interval says so; it passes where it is certainly not worse by more than tolerated. */
    private Judgement worse(double[] own, double[] former, int sign, Errors chances) {
        var median = Shift.median(former);
        var margin = criterion.tolerated() * Math.abs(median);
        var shift = sign > 0 ? Shift.of(own, former) : Shift.of(former, own);
        var estimate = shift.estimate();
        var lower = shift.lower(chances.fail());
        var upper = shift.upper(chances.harmless());
        var figures = new Figures()
                .with("measured", own.length)
                .with("former measured", former.length)
                .with("median", Shift.median(own))
                .with("former median", median)
                .with("change for the worse", estimate)
                .with("at least", lower)
                .with("at most", upper)
                .with("tolerated", margin)
                .with("p", shift.p())
                .with("mean ratio", Shift.of(own, former).meanRatio())
                .with("chance of being worse", shift.superiority())
                .with("error of failing", chances.fail())
                .with("error of passing", chances.harmless());
        var said = "median %s of %d against %s of %d"
                .formatted(Figures.number(Shift.median(own)), own.length, Figures.number(median), former.length);
        if (lower > CLEARANCE * Math.abs(estimate) && estimate >= margin) {
            return judgement(Finding.FAIL, "fails: " + said + ", " + Figures.p(shift.p()), figures);
        }
        return upper <= margin
                ? judgement(Finding.PASS, "passes: " + said, figures)
                : judgement(
                        Finding.INCONCLUSIVE,
                        "inconclusive: " + said + ", " + Figures.p(shift.p()) + "; it may be worse by as much as "
                                + (Double.isFinite(upper) ? Figures.number(upper) : "anything") + ", and "
                                + Figures.number(margin) + " is tolerated",
                        figures);
    }

    private Judgement judgement(Finding finding, String words, Figures figures) {
        return new Judgement(criterion.name(), finding, words, figures.all());
    }
}
