package dev.slipway.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** May this start a release? */
final class StartQuestion {

    static final String TABLE = "start-release";

    private static final String START = "Let it answer start with yes or no.";
    private static final String KIND = "Let it answer kind with planned or rework, or nothing where both will do.";
    private static final Set<String> WORDS = Set.of("yes", "no");
    private static final Set<String> KINDS = Set.of(Start.PLANNED, Start.REWORK);

    private StartQuestion() {}

    static Start read(Answer answer, Evaluation evaluation) {
        var says = answer.rows().stream()
                .map(row -> row.word("start", WORDS, PolicyFault.Code.UNKNOWN_WORD, START))
                .toList();
        return new Start(
                !says.contains("no"),
                texts(answer, "flow"),
                answer.rows().stream()
                        .filter(row -> !row.text("kind").isEmpty())
                        .map(row -> row.word("kind", KINDS, PolicyFault.Code.UNKNOWN_WORD, KIND))
                        .distinct()
                        .toList(),
                evaluation);
    }

    static Object words(Start start) {
        var words = new LinkedHashMap<String, Object>();
        words.put("start", start.allowed() ? "yes" : "no");
        words.put("flows", start.flows());
        words.put("kinds", start.kinds());
        return Map.copyOf(words);
    }

    private static List<String> texts(Answer answer, String name) {
        return answer.rows().stream()
                .map(row -> row.text(name))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }
}
