package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.util.List;
import java.util.Set;

/**
 * A request as it is kept.
 *
 * @param candidateNumber tells two candidates apart that consist of the same revision and artifacts
 */
record KeptApproval(Approval approval, int candidateNumber) {

    KeptApproval with(List<Seat> seats, Set<PersonId> excluded) {
        var complete = new Approval(
                approval.id(),
                approval.release(),
                approval.purpose(),
                approval.candidate(),
                seats,
                excluded,
                approval.openedAt(),
                approval.due(),
                approval.settled());
        return new KeptApproval(complete, candidateNumber);
    }
}
