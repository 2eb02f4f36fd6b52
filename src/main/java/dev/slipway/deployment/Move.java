package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.deployment.spi.Report;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of one component: intended, then ended.
 *
 * @param visit the activity instance that did it; a retry is the same visit
 * @param version the version that was put there
 * @param previous the version that was there before; empty where there was none
 * @param kind what is done with the version
 * @param share percent of the instances, or of the users where they are moved; 0 where no user sees anything of it
 * @param endedAt null while it is under way
 * @param reason why it failed; empty otherwise
 */
public record Move(
        String visit,
        ReleaseId release,
        EnvironmentKey environment,
        ComponentKey component,
        Direction direction,
        Kind kind,
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

    /** What is done with the version. */
    public enum Kind {
        /** It takes the place of others on a share of the instances. */
        INSTALL,
        /** It is put beside the one that serves; nobody sees it yet. */
        BESIDE,
        /** A share of the users is led to it. */
        SHIFT,
        /** What stands beside it is taken away. */
        RETIRE;

        /** Whether a target reports what such a move is to bring about; without a version, that nothing is there. */
        public boolean isDone(Report.Running running, String version, int share) {
            if (version.isEmpty()) {
                return running.versions().isEmpty();
            }
            var alone = running.versions().equals(Set.of(version));
            return switch (this) {
                case INSTALL ->
                    running.instances(version) >= share && (share < 100 || alone && running.traffic(version) == 100);
                case BESIDE -> running.instances(version) == 100;
                case SHIFT -> running.traffic(version) == share;
                case RETIRE -> alone;
            };
        }
    }

    /** Whether it is under way, or how it ended. */
    public enum Status {
        INTENDED,
        DONE,
        FAILED
    }
}
