package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asks people for decisions and counts their votes; the only way into this module. */
@Service
public class Approvals {

    /**
     * Opens a request about the release's current candidate: the policy says which roles, how many seats and until when; none needed settles it as
     * approved at once. Safe to repeat with the same visit.
     *
     * @param visit names this occasion, so that a retry finds the request it has already opened
     */
    public Approval open(ReleaseId release, String purpose, String visit) {
        throw new UnsupportedOperationException();
    }

    public Optional<Approval> find(ApprovalId id) {
        throw new UnsupportedOperationException();
    }

    public List<Approval> of(ReleaseId release) {
        throw new UnsupportedOperationException();
    }

    /** Says in words why this person may not take that seat; empty where they may. */
    public Optional<String> objection(ApprovalId id, int seat, PersonId person) {
        throw new UnsupportedOperationException();
    }

    /** Casts a vote. The request's row is locked, so that simultaneous votes are counted one after the other. */
    public Voting vote(ApprovalId id, int seat, PersonId person, Decision decision, String comment) {
        throw new UnsupportedOperationException();
    }

    /** Whether no more votes are needed: everybody approved, or somebody rejected. */
    public boolean decided(ApprovalId id) {
        throw new UnsupportedOperationException();
    }

    /** Closes the request: approved if all seats approved, rejected if one rejected, expired otherwise. Safe to repeat. */
    public Approval.Outcome settle(ApprovalId id) {
        throw new UnsupportedOperationException();
    }
}
