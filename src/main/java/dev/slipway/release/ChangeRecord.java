package dev.slipway.release;

import java.time.Instant;

/**
 * A release as a change.
 *
 * @param candidate the number of the candidate that the type was asked about
 * @param planVersion the version of the plan that the type was asked about
 * @param movedAt since when it is in this state
 */
public record ChangeRecord(
        ReleaseId release,
        ChangeType type,
        ChangeState state,
        int candidate,
        int planVersion,
        Instant classifiedAt,
        Instant movedAt) {

    boolean isAbout(Release now) {
        return candidate == now.candidate() && planVersion == now.planVersion();
    }

    /** On the way to production the next states are open; back to new goes whatever is sent back. */
    boolean mayMoveTo(ChangeState next) {
        if (state == ChangeState.CLOSED || state == ChangeState.CANCELLED || next == state) {
            return false;
        }
        return next == ChangeState.NEW
                || next == ChangeState.CANCELLED
                || type.path().indexOf(next) > type.path().indexOf(state);
    }
}
