package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of one component: intended, then ended.
 *
 * @param visit the activity instance that did it; a retry is the same visit
 * @param version the version that was put there
 * @param previous the version that was there before; empty where there was none
 * @param share percent of the instances
 * @param endedAt null while it is under way
 * @param reason why it failed; empty otherwise
 */
public record Move(
        String visit,
        ReleaseId release,
        EnvironmentKey environment,
        ComponentKey component,
        Direction direction,
        String version,
        Digest artifact,
        String previous,
        int share,
        boolean planned,
        Instant intendedAt,
        @Nullable Instant endedAt,
        Status status,
        String reason) {

    /** Forward to the candidate, or back to what was there before it. */
    public enum Direction {
        FORWARD,
        BACK
    }

    /** Whether it is under way, or how it ended. */
    public enum Status {
        INTENDED,
        DONE,
        FAILED
    }
}
