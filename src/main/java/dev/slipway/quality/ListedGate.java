package dev.slipway.quality;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An assessment as the interface shows it. */
record ListedGate(String name, String verdict, String candidate, Instant at, List<ListedCriterion> criteria) {

    static ListedGate of(Gate gate) {
        return new ListedGate(
                gate.name(),
                word(gate.verdict()),
                gate.candidate().hex(),
                gate.at(),
                gate.criteria().stream().map(ListedCriterion::of).toList());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** One line of it. */
    record ListedCriterion(String name, String measured, String required, String verdict) {

        private static ListedCriterion of(Criterion criterion) {
            return new ListedCriterion(
                    criterion.name(), criterion.measured(), criterion.required(), word(criterion.verdict()));
        }
    }
}
