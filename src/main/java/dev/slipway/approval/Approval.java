package dev.slipway.approval;

import dev.slipway.content.Digest;
import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval of one candidate, and the votes so far.
 *
 * @param purpose what is asked, as the policy knows it: {@code qa-sign-off}
 * @param candidate the digest of the candidate it is about
 * @param excluded the requester and the authors of the contents
 * @param settled null while votes are open
 */
public record Approval(
        ApprovalId id,
        ReleaseId release,
        String purpose,
        Digest candidate,
        List<Seat> seats,
        Set<PersonId> excluded,
        Instant openedAt,
        Instant due,
        @Nullable Outcome settled) {

    /** How it ended. Expired counts as not approved. */
    public enum Outcome {
        APPROVED,
        REJECTED,
        EXPIRED,
        /** The candidate or the release is no longer there to be decided about. */
        WITHDRAWN
    }
}
