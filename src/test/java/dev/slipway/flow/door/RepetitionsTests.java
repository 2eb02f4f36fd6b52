package dev.slipway.flow.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RepetitionsTests {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Repetitions repetitions = new Repetitions();

    @Test
    void saysTheSameThingOnceAMinuteAndCountsTheRest() {
        assertThat(repetitions.admit("a", NOON)).hasValue(0);
        for (var second = 0; second < 60; second++) {
            assertThat(repetitions.admit("a", NOON.plusSeconds(second))).isEmpty();
        }
        assertThat(repetitions.admit("b", NOON.plusSeconds(1))).hasValue(0);
        assertThat(repetitions.admit("a", NOON.plusSeconds(60))).hasValue(60);
        assertThat(repetitions.admit("a", NOON.plusSeconds(120))).hasValue(0);
    }

    @Test
    void neverKeepsMoreThanItCanHoldAndSaysRatherThanForgets() {
        for (var thing = 0; thing < 20_000; thing++) {
            assertThat(repetitions.admit(thing, NOON)).hasValue(0);
        }
        assertThat(repetitions.admit(1, NOON)).isEmpty();
        assertThat(repetitions.admit(19_999, NOON)).hasValue(0);
        assertThat(repetitions.admit(19_999, NOON.plusSeconds(61))).hasValue(0);
        assertThat(repetitions.admit(19_999, NOON.plusSeconds(62))).isEmpty();
    }
}
