package dev.slipway.policy;

import java.util.List;
import java.util.Set;

/** What does this gate require? */
final class GateQuestion {

    static final String TABLE = "quality-gate";

    private static final String PRESENT = "present";
    private static final Set<String> ORDERED = Set.of("<=", ">=");
    private static final String COMPARISON = "Let it answer comparison with one of =, <=, >= and present.";

    private GateQuestion() {}

    static List<CriterionRule> read(Answer answer) {
        return answer.rows().stream().map(GateQuestion::criterion).distinct().toList();
    }

    static Object words(List<CriterionRule> rules) {
        return rules.stream()
                .map(rule -> (rule.measure() + " " + rule.comparison() + " " + rule.required()).trim())
                .toList();
    }

    private static CriterionRule criterion(Row row) {
        var name = row.required("criterion", "Let it answer criterion with a name that people understand.");
        var measure = row.required("measure", "Let it answer measure with what is looked at, such as junit.failures.");
        var comparison = row.required("comparison", COMPARISON);
        if (comparison.equals(PRESENT)) {
            return new CriterionRule(name, measure, comparison, "");
        }
        if (ORDERED.contains(comparison)) {
            row.number("required", "Let it answer required with a number.");
        } else if (!comparison.equals("=")) {
            throw row.fault(PolicyFault.Code.UNKNOWN_COMPARISON, "answers comparison = " + comparison, COMPARISON);
        }
        return new CriterionRule(
                name,
                measure,
                comparison,
                row.required("required", "Let it answer required with the value to compare with."));
    }
}
