package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Question.Side;
import dev.slipway.release.AcceptanceCriterion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks everything that has to be known to judge a version, once. */
final class Inquiry {

    /** Who has not answered so often is not asked again before the next look: each time costs as long as one waits. */
    private static final int PATIENCE = 2;

    private final Prometheus prometheus;
    private final Optional<URI> server;
    private final Matter matter;
    private final Period period;
    private int silences;

    Inquiry(Prometheus prometheus, Optional<URI> server, Matter matter, Period period) {
        this.prometheus = prometheus;
        this.server = server;
        this.matter = matter;
        this.period = period;
    }

    /** One recording for each criterion, over the period as far as the criterion reaches. */
    List<Recording> make() {
        return matter.acceptance().criteria().stream().map(this::record).toList();
    }

    private Recording record(AcceptanceCriterion criterion) {
        if (criterion.compares() && matter.share() == 0) {
            return new Recording(
                    criterion, "nobody uses the new version yet, so that like is not compared with like", 0, List.of());
        }
        if (criterion.needsBothVersions() && matter.share() == 100) {
            return new Recording(
                    criterion, "nothing of the former version is in use that it could be compared with", 0, List.of());
        }
        var reach = reach(criterion);
        var questions = new ArrayList<Question>();
        questions.add(ask(Side.OWN, criterion.query(), reach));
        if (criterion.counts()) {
            questions.add(ask(Side.OWN_TOTAL, criterion.total(), reach));
        }
        if (criterion.compares()) {
            questions.add(ask(Side.FORMER, criterion.formerQuery(), reach));
            if (criterion.counts()) {
                questions.add(ask(Side.FORMER_TOTAL, criterion.formerTotal(), reach));
            }
        }
        return new Recording(criterion, "", reach.due(), questions);
    }

    private Period reach(AcceptanceCriterion criterion) {
        if (criterion.during() == null) {
            return period;
        }
        var end = period.from().plus(criterion.during());
        return end.isBefore(period.until()) ? Period.of(period.from(), end, period.step()) : period;
    }

    private Question ask(Side side, String query, Period reach) {
        var own = side == Side.OWN || side == Side.OWN_TOTAL;
        if (!own && matter.former().isEmpty() && Placeholders.nameTheVersion(query)) {
            return new Question(side, query, Answer.refusal("there is none: nothing was there before"));
        }
        var filled = (own ? matter.ofOwn() : matter.ofFormer()).fill(query);
        var answer = server.map(url -> ask(url, filled, reach))
                .orElseGet(
                        () -> Answer.refusal(
                                "nobody can be asked: set slipway.prometheus.url, or prometheus in the environment's document"));
        return new Question(side, filled, answer);
    }

    private Answer ask(URI url, String query, Period reach) {
        if (silences >= PATIENCE) {
            return Answer.silence("Prometheus at " + url + " did not answer what was asked before");
        }
        var answer = prometheus.range(url, query, reach.from(), reach.until(), reach.step());
        silences += answer.passing() ? 1 : 0;
        return answer;
    }
}
