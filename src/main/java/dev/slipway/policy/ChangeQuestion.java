package dev.slipway.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What type of change is this? */
final class ChangeQuestion {

    static final String TABLE = "change-type";

    /** The further back, the more it outweighs. */
    private static final List<String> TYPES = List.of("standard", "normal", "emergency");

    private static final String CURE = "Let it answer changeType with standard, normal or emergency.";

    private ChangeQuestion() {}

    static String read(Answer answer) {
        return answer.rows().stream()
                .map(ChangeQuestion::type)
                .max(Comparator.comparing(TYPES::indexOf))
                .orElseThrow();
    }

    private static String type(Row row) {
        var word = row.required("changeType", CURE).toLowerCase(Locale.ROOT);
        if (!TYPES.contains(word)) {
            throw row.fault(PolicyFault.Code.UNKNOWN_CHANGE_TYPE, "answers changeType = " + word, CURE);
        }
        return word;
    }
}
