package dev.slipway.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the kept facts of a decision tell about the measures of a gate: the counted tests, what scans found, and which evidence was there. */
final class GateFacts {

    private static final Map<String, Fact> FIGURES = Map.of(
            "junit.tests", Fact.TESTS_RUN,
            "junit.failures", Fact.TESTS_FAILED,
            "junit.errors", Fact.TESTS_BROKEN,
            "sarif.findings", Fact.SCAN_FINDINGS,
            "sarif.errors", Fact.SCAN_ERRORS);
    private static final String DOCUMENT = "document.";

    private GateFacts() {}

    /** Whether the criterion was met then; empty where the facts of that time do not tell. */
    static Optional<Boolean> met(CriterionRule rule, Map<String, Object> facts) {
        var figure = FIGURES.get(rule.measure());
        if (figure != null) {
            return number(facts.get(figure.key())).map(measured -> measured.signum() >= 0 && meets(rule, measured));
        }
        var evidence = facts.get(Fact.EVIDENCE.key());
        if (evidence == null || !rule.measure().startsWith(DOCUMENT)) {
            return Optional.empty();
        }
        var name = rule.measure().substring(DOCUMENT.length());
        return Optional.of(Arrays.asList(evidence.toString().split(",")).contains(name));
    }

    private static boolean meets(CriterionRule rule, BigDecimal measured) {
        return number(rule.required())
                .map(required -> switch (rule.comparison()) {
                    case "=" -> measured.compareTo(required) == 0;
                    case "<=" -> measured.compareTo(required) <= 0;
                    case ">=" -> measured.compareTo(required) >= 0;
                    default -> true;
                })
                .orElse(rule.comparison().equals("present"));
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        try {
            return value == null ? Optional.empty() : Optional.of(new BigDecimal(value.toString()));
        } catch (NumberFormatException text) {
            return Optional.empty();
        }
    }
}
