package dev.slipway.approval;

import dev.slipway.policy.ApprovalRules;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens requests, and settles them; always called inside a transaction. */
@Component
class Requests {

    private static final ApprovalRules NOBODY = new ApprovalRules(List.of(), Duration.ZERO);

    private final ApprovalRepository approvals;
    private final Neighbours neighbours;
    private final Exclusions exclusions;
    private final Carrying carrying;
    private final DueDates dueDates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            ApprovalRepository approvals,
            Neighbours neighbours,
            Exclusions exclusions,
            Carrying carrying,
            DueDates dueDates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.neighbours = neighbours;
        this.exclusions = exclusions;
        this.carrying = carrying;
        this.dueDates = dueDates;
        this.events = events;
        this.clock = clock;
    }

    KeptApproval open(ReleaseId release, String purpose, String visit) {
        var subject = neighbours
                .subject(release)
                .orElseThrow(() -> new IllegalArgumentException("there is no release " + release));
        var ended = subject.release().state().ended();
        var kept = request(subject, purpose, ended ? NOBODY : neighbours.rules(subject, purpose));
        if (!approvals.add(kept, visit)) {
            return approvals.find(release, visit).orElseThrow();
        }
        events.publishEvent(new ApprovalEvent.Opened(
                kept.approval(),
                kept.candidateNumber(),
                subject.candidate().authors().strangers()));
        if (ended) {
            return settle(kept, Approval.Outcome.WITHDRAWN);
        }
        return outcome(kept.approval()) == Approval.Outcome.APPROVED
                ? settle(kept, Approval.Outcome.APPROVED)
                : dueDates.opened(kept);
    }

    private KeptApproval request(Subject subject, String purpose, ApprovalRules rules) {
        var excluded = exclusions.of(subject).keySet();
        var basis = Basis.of(subject);
        var seats = Seating.of(rules.roles(), subject, excluded, neighbours);
        var now = now();
        var approval = new Approval(
                new ApprovalId(UUID.randomUUID().toString()),
                subject.release().id(),
                purpose,
                subject.candidate().digest(),
                carrying.fill(seats, purpose, basis, subject),
                Set.copyOf(excluded),
                now,
                times(rules, now),
                null);
        return new KeptApproval(approval, subject.candidate().number(), basis);
    }

    /** Where the rules do not say, a request is escalated when three quarters of its time are over. */
    private static Approval.Times times(ApprovalRules rules, Instant now) {
        var after =
                rules.escalateAfter() == null ? rules.due().minus(rules.due().dividedBy(4)) : rules.escalateAfter();
        return new Approval.Times(now.plus(rules.due()), now.plus(after), rules.remindEvery(), null, null);
    }

    KeptApproval settle(KeptApproval kept, Approval.Outcome outcome) {
        approvals.settle(kept.approval().id(), outcome, now());
        var settled = kept.settled(outcome);
        events.publishEvent(new ApprovalEvent.Settled(settled.approval(), outcome));
        return settled;
    }

    /** What the votes say so far: one rejection decides, approval needs every mandatory seat, anything else is not approved. */
    static Approval.Outcome outcome(Approval approval) {
        if (approval.seats().stream().anyMatch(seat -> seat.decision() == Decision.REJECT)) {
            return Approval.Outcome.REJECTED;
        }
        return approval.seats().stream().filter(Seat::mandatory).allMatch(seat -> seat.decision() == Decision.APPROVE)
                ? Approval.Outcome.APPROVED
                : Approval.Outcome.EXPIRED;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
