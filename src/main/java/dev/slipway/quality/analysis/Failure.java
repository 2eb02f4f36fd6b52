package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release that turned out bad in use, and how fast that was put right.
 *
 * @param cause in words
 * @param seen when it first showed
 * @param acted when a person, or the flow, began to do something; null before
 * @param actedBy the name of the account, or {@code the flow}; empty before
 * @param recovered when the former version was back; null before
 */
public record Failure(
        EnvironmentKey environment,
        String cause,
        Instant seen,
        @Nullable Instant acted,
        String actedBy,
        @Nullable Instant recovered) {

    public Optional<Duration> acknowledging() {
        return Optional.ofNullable(acted).map(at -> Duration.between(seen, at));
    }

    public Optional<Duration> recovering() {
        return Optional.ofNullable(recovered).map(at -> Duration.between(seen, at));
    }
}
