package dev.slipway.advisory;

import dev.slipway.approval.Approval;
import dev.slipway.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval that a meeting is to talk about.
 *
 * @param approval the request as it stands now, with the votes; what they say is the decision
 * @param addedBy who put it on the agenda
 * @param deferredBecause why it was put off; null where it was not
 */
public record AgendaItem(
        String meeting,
        ReleaseId release,
        Approval approval,
        String addedBy,
        @Nullable String deferredBecause) {

    public Decision decision() {
        var settled = approval.settled();
        if (settled == null) {
            return deferredBecause == null ? Decision.OPEN : Decision.DEFERRED;
        }
        return switch (settled) {
            case APPROVED -> Decision.APPROVED;
            case REJECTED -> Decision.REJECTED;
            case EXPIRED -> Decision.EXPIRED;
            case WITHDRAWN -> Decision.WITHDRAWN;
        };
    }

    /** What became of an item. */
    public enum Decision {
        OPEN,
        APPROVED,
        REJECTED,
        DEFERRED,
        EXPIRED,
        WITHDRAWN
    }
}
