package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version is deployed where it harms nobody, and taken back again, to see that it can be and how long that takes.
 *
 * @param release the release that carries it; null where it could not be held
 * @param version what was deployed to be taken back; empty where it could not be held
 * @param scheduled whether its plan asked for it
 * @param threshold how long going back may take
 * @param goingBackAt when going back began; null before
 * @param backAt when what was there before answered again, as far as anybody knows; null before
 * @param reason in words why it ended so
 * @param evidence what was seen, as JSON; empty before
 */
public record Drill(
        long number,
        ProductKey product,
        EnvironmentKey environment,
        @Nullable ReleaseId release,
        String version,
        Actor by,
        boolean scheduled,
        Duration threshold,
        Instant askedAt,
        @Nullable Instant goingBackAt,
        @Nullable Instant backAt,
        @Nullable Instant endedAt,
        Outcome outcome,
        String reason,
        String evidence) {

    /** How long going back took, to the millisecond; null before. */
    public @Nullable Duration took() {
        return goingBackAt == null || backAt == null
                ? null
                : Duration.ofMillis(Duration.between(goingBackAt, backAt).toMillis());
    }

    /** How it ended, if it has. */
    public enum Outcome {
        /** Under way. */
        RUNNING,
        /** Back in time, and everything is as it was. */
        GOOD,
        /** Back, but later than it may be. */
        TOO_SLOW,
        /** Could not be deployed or taken back, or not without a hand, or something is not as it was. */
        FAILED,
        /** Called off by a person. */
        CANCELLED,
        /** There was nothing to drill with. */
        NOT_HELD;

        /** Whether somebody has to do something about it. */
        public boolean bad() {
            return this == TOO_SLOW || this == FAILED || this == NOT_HELD;
        }

        /** As people read it: {@code too slow}. */
        public String words() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }
}
