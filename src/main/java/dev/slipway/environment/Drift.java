package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something else runs somewhere than is planned there.
 *
 * @param release the one that is planned there
 * @param planned its version
 * @param actual what runs instead, in words
 * @param repairs how often it was asked that Slipway puts it right
 * @param endedAt null while it lasts
 */
public record Drift(
        long number,
        EnvironmentKey environment,
        ComponentKey component,
        ReleaseId release,
        String planned,
        String actual,
        int repairs,
        Instant seenAt,
        @Nullable Instant endedAt,
        Ending ending) {

    /** How it ended. */
    public enum Ending {
        LASTS,
        /** What is planned runs again, and nobody has told Slipway why. */
        VANISHED,
        /** Slipway has put back what is planned. */
        PUT_RIGHT,
        /** Something else is planned now. */
        REPLANNED
    }
}
