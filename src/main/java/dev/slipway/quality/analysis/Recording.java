package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Question.Side;
import dev.slipway.release.AcceptanceCriterion;
import java.util.List;

/**
 * All that is known about one criterion; enough to judge it, and to judge it again.
 *
 * @param omitted why nothing was asked; empty where something was
 * @param due how many measurements there could have been
 */
record Recording(AcceptanceCriterion criterion, String omitted, int due, List<Question> questions) {

    Answer answer(Side side) {
        return questions.stream()
                .filter(question -> question.side() == side)
                .findFirst()
                .map(Question::answer)
                .orElseGet(() -> Answer.refusal("nothing was asked"));
    }

    /** Whether asking once more might help. */
    boolean mayAnswerLater() {
        return questions.stream().anyMatch(question -> question.answer().passing());
    }
}
