package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.policy.Evaluation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseFactsTests {

    @Test
    void knowsNoRiskWhereNoneWasFound() {
        assertThat(ReleaseFacts.risk(assessment())).isEmpty();
    }

    @Test
    void takesTheHighestRisk() {
        assertThat(ReleaseFacts.risk(assessment("low", "high", "medium"))).contains("high");
    }

    private static Evaluation assessment(String... risks) {
        var outputs = List.of(risks).stream()
                .map(risk -> Map.<String, Object>of("risk", risk))
                .toList();
        return new Evaluation("payments-2.1.0", "assess-risk", "1", Instant.EPOCH, Map.of(), List.of(), outputs);
    }
}
