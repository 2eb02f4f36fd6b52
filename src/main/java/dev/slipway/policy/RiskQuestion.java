package dev.slipway.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** How risky is this release? */
final class RiskQuestion {

    static final String TABLE = "assess-risk";

    private static final String CURE = "Let it answer risk with low, medium or high.";

    private RiskQuestion() {}

    static Risk read(Answer answer) {
        return answer.rows().stream()
                .map(RiskQuestion::risk)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    static Object words(Risk risk) {
        return risk.name().toLowerCase(Locale.ROOT);
    }

    private static Risk risk(Row row) {
        var word = row.required("risk", CURE);
        return Arrays.stream(Risk.values())
                .filter(risk -> risk.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> row.fault(PolicyFault.Code.UNKNOWN_RISK, "answers risk = " + word, CURE));
    }
}
