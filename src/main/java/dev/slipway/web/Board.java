package dev.slipway.web;

import dev.slipway.deployment.Standing;
import dev.slipway.drill.Drill;
import dev.slipway.environment.Drift;
import dev.slipway.flow.Waiting;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the board shows at one moment.
 *
 * @param next the last pending release shown, where there are more; null otherwise
 * @param fell those that ended otherwise than released
 * @param drills the newest drill of each product and environment
 * @param drifts where something else runs than is planned
 * @param bare whether nothing can be released yet, because no product is described
 */
record Board(
        List<Pending> pending,
        @Nullable ReleaseId next,
        List<Release> released,
        List<Release> fell,
        List<Drill> drills,
        List<Drift> drifts,
        boolean bare) {

    /** Changes whenever anything on the board does. */
    public String stamp() {
        return Integer.toHexString(hashCode());
    }

    boolean empty() {
        return pending.isEmpty() && released.isEmpty() && fell.isEmpty();
    }

    /**
     * A release under way, with everything it waits for, most urgent first.
     *
     * @param standing what is where, of one that cannot go back by itself; empty of all others
     */
    record Pending(Release release, List<Waiting> waits, List<Standing> standing) {

        public @Nullable Waiting first() {
            return waits.isEmpty() ? null : waits.get(0);
        }

        public int others() {
            return Math.max(0, waits.size() - 1);
        }
    }
}
