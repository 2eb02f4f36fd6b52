package dev.slipway.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/** How are users moved to this version? */
final class StrategyQuestion {

    static final String TABLE = "choose-strategy";

    private static final String CURE =
            "Let it answer strategy with all-at-once, rolling, blue-green, canary or flagged.";
    private static final Set<String> WORDS =
            Arrays.stream(Strategy.values()).map(Strategy::word).collect(Collectors.toSet());

    private StrategyQuestion() {}

    static Strategy read(Answer answer) {
        return answer.rows().stream()
                .map(row -> row.word("strategy", WORDS, PolicyFault.Code.UNKNOWN_WORD, CURE))
                .map(StrategyQuestion::strategy)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Strategy strategy(String word) {
        return Arrays.stream(Strategy.values())
                .filter(strategy -> strategy.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
