package dev.slipway.release;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By what a release is judged once users have it, and how fast people mean to be where it goes wrong.
 *
 * @param interval how far apart measurements are; null for {@link #INTERVAL}
 * @param acknowledge how long after a failure was seen somebody, or a flow, has to act
 * @param recovery how long after a failure was seen the former version has to be back
 * @param downtime how long a component may not answer, added up
 */
public record Acceptance(
        List<AcceptanceCriterion> criteria,
        @Nullable Duration interval,
        @Nullable Duration acknowledge,
        @Nullable Duration recovery,
        @Nullable Duration downtime) {

    public static final Duration INTERVAL = Duration.ofSeconds(15);
    public static final Acceptance NONE = new Acceptance(List.of(), null, null, null, null);

    public Acceptance {
        criteria = List.copyOf(Objects.requireNonNullElse(criteria, List.of()));
    }

    public Duration step() {
        return Objects.requireNonNullElse(interval, INTERVAL);
    }
}
