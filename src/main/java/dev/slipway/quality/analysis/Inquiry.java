package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Question.Side;
import dev.slipway.release.AcceptanceCriterion;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks everything that has to be known to judge a version. */
@Component
class Inquiry {

    private final Prometheus prometheus;

    Inquiry(Prometheus prometheus) {
        this.prometheus = prometheus;
    }

    /** One recording for each criterion, over the period as far as the criterion reaches. */
    List<Recording> make(Matter matter, Optional<URI> server, Period period) {
        return matter.acceptance().criteria().stream()
                .map(criterion -> record(matter, criterion, server, reach(criterion, period)))
                .toList();
    }

    private static Period reach(AcceptanceCriterion criterion, Period period) {
        if (criterion.during() == null) {
            return period;
        }
        var end = period.from().plus(criterion.during());
        return end.isBefore(period.until()) ? Period.of(period.from(), end, period.step()) : period;
    }

    private Recording record(Matter matter, AcceptanceCriterion criterion, Optional<URI> server, Period period) {
        if (criterion.needsBothVersions() && matter.share() == 100) {
            return new Recording(
                    criterion, "nothing of the former version is in use that it could be compared with", 0, List.of());
        }
        var questions = new ArrayList<Question>();
        questions.add(ask(Side.OWN, criterion.query(), matter.ofOwn(), server, period));
        if (criterion.counts()) {
            questions.add(ask(Side.OWN_TOTAL, criterion.total(), matter.ofOwn(), server, period));
        }
        if (criterion.compares()) {
            var former = matter.ofFormer();
            questions.add(ask(Side.FORMER, criterion.formerQuery(), former, server, period));
            if (criterion.counts()) {
                questions.add(ask(Side.FORMER_TOTAL, criterion.formerTotal(), former, server, period));
            }
        }
        return new Recording(criterion, "", period.due(), questions);
    }

    private Question ask(
            Side side, String query, Optional<Placeholders> placeholders, Optional<URI> server, Period period) {
        if (placeholders.isEmpty()) {
            return new Question(side, query, Answer.refusal("there is none: nothing was there before"));
        }
        var filled = placeholders.get().fill(query);
        var answer = server.map(url -> prometheus.range(url, filled, period.from(), period.until(), period.step()))
                .orElseGet(
                        () -> Answer.refusal(
                                "nobody can be asked: set slipway.prometheus.url, or prometheus in the environment's document"));
        return new Question(side, filled, answer);
    }
}
