package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.policy.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseFactsTests {

    @Test
    void knowsNoRiskBeforeItWasAssessed() {
        assertThat(ReleaseFacts.risk(List.of(evaluation("approval-rules", "high"))))
                .isEqualTo("unknown");
    }

    @Test
    void takesTheHighestRiskOfTheNewestAssessment() {
        assertThat(ReleaseFacts.risk(List.of(
                        evaluation("assess-risk", "high"),
                        evaluation("assess-risk", "low", "medium"),
                        evaluation("quality-gate", "high"))))
                .isEqualTo("medium");
    }

    private static Evaluation evaluation(String table, String... risks) {
        var outputs = List.of(risks).stream()
                .map(risk -> Map.<String, Object>of("risk", risk))
                .toList();
        return new Evaluation("payments-2.1.0", table, "1", Instant.EPOCH, Map.of(), List.of(), outputs);
    }
}
