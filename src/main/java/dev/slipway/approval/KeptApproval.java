package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is kept.
 *
 * @param candidateNumber tells two candidates apart that consist of the same revision and artifacts
 * @param basis what its votes are cast on; null for one of the time before that was kept
 */
record KeptApproval(
        Approval approval, int candidateNumber, @Nullable Basis basis) {

    KeptApproval with(List<Seat> seats, Set<PersonId> excluded) {
        return with(seats, excluded, approval.settled());
    }

    KeptApproval settled(Approval.Outcome outcome) {
        return with(approval.seats(), approval.excluded(), outcome);
    }

    KeptApproval due(Instant due, Instant escalateAt) {
        var times = approval.times();
        return with(
                approval.seats(),
                approval.excluded(),
                new Approval.Times(due, escalateAt, times.remindEvery(), times.escalatedAt(), times.remindedAt()),
                approval.settled());
    }

    private KeptApproval with(List<Seat> seats, Set<PersonId> excluded, Approval.@Nullable Outcome settled) {
        return with(seats, excluded, approval.times(), settled);
    }

    private KeptApproval with(
            List<Seat> seats, Set<PersonId> excluded, Approval.Times times, Approval.@Nullable Outcome settled) {
        var complete = new Approval(
                approval.id(),
                approval.release(),
                approval.purpose(),
                approval.candidate(),
                seats,
                excluded,
                approval.openedAt(),
                times,
                settled);
        return new KeptApproval(complete, candidateNumber, basis);
    }
}
