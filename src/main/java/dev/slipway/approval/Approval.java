package dev.slipway.approval;

import dev.slipway.content.Digest;
import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for approval of one candidate, and the votes so far.
 *
 * @param purpose what is asked, as the policy knows it: {@code qa-sign-off}
 * @param candidate the digest of the candidate it is about
 * @param excluded the requester, the authors of the contents, and those with a conflict
 * @param times when it is due, and when others are called
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
        Times times,
        @Nullable Outcome settled) {

    public Instant due() {
        return times.due();
    }

    /** The seats that nobody has taken. */
    public List<Seat> open() {
        return seats.stream().filter(Seat::open).toList();
    }

    /** Whether the seats are open to those whom the rules escalate to. */
    public boolean escalated() {
        return times.escalatedAt() != null;
    }

    /**
     * When what happens while votes are missing.
     *
     * @param due when it expires
     * @param escalateAt when it is escalated
     * @param remindEvery how often those who have not voted are reminded; null where the rules do not say
     * @param escalatedAt null before
     * @param remindedAt when they were reminded last; null before
     */
    public record Times(
            Instant due,
            Instant escalateAt,
            @Nullable Duration remindEvery,
            @Nullable Instant escalatedAt,
            @Nullable Instant remindedAt) {}

    /** How it ended. Expired counts as not approved. */
    public enum Outcome {
        APPROVED,
        REJECTED,
        EXPIRED,
        /** The candidate or the release is no longer there to be decided about. */
        WITHDRAWN
    }
}
