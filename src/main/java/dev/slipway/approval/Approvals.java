package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.journal.CurrentActor;
import dev.slipway.policy.ApprovalRules;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks people for decisions and counts their votes; the only way into this module. */
@Service
public class Approvals {

    private static final int LONGEST_COMMENT = 4000;
    private static final ApprovalRules NOBODY = new ApprovalRules(List.of(), Duration.ZERO);

    private final ApprovalRepository approvals;
    private final Neighbours neighbours;
    private final Exclusions exclusions;
    private final Objections objections;
    private final Reachability reachability;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            ApprovalRepository approvals,
            Neighbours neighbours,
            Exclusions exclusions,
            Objections objections,
            Reachability reachability,
            CurrentActor current,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.neighbours = neighbours;
        this.exclusions = exclusions;
        this.objections = objections;
        this.reachability = reachability;
        this.current = current;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a request about the release's current candidate: the policy says which roles, how many seats and until when; none needed settles it as
     * approved at once, and an ended release withdraws it at once. Safe to repeat with the same visit.
     *
     * @param visit names this occasion, so that a retry finds the request it has already opened
     */
    @Transactional
    public Approval open(ReleaseId release, String purpose, String visit) {
        return approvals
                .find(release, visit)
                .orElseGet(() -> openNew(release, purpose, visit))
                .approval();
    }

    private KeptApproval openNew(ReleaseId release, String purpose, String visit) {
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
        if (!kept.approval().seats().isEmpty()) {
            return kept;
        }
        return settle(kept, ended ? Approval.Outcome.WITHDRAWN : Approval.Outcome.APPROVED);
    }

    private KeptApproval request(Subject subject, String purpose, ApprovalRules rules) {
        var excluded = exclusions.of(subject);
        var now = now();
        var approval = new Approval(
                new ApprovalId(UUID.randomUUID().toString()),
                subject.release().id(),
                purpose,
                subject.candidate().digest(),
                Seating.of(rules.roles(), subject, excluded, neighbours),
                excluded,
                now,
                now.plus(rules.due()),
                null);
        return new KeptApproval(approval, subject.candidate().number());
    }

    public Optional<Approval> find(ApprovalId id) {
        return approvals.find(id).map(KeptApproval::approval);
    }

    /** All requests of the release, in the order they were opened. */
    public List<Approval> of(ReleaseId release) {
        return approvals.of(release).stream().map(KeptApproval::approval).toList();
    }

    /** Says in words why this person may not take that seat; empty where they may. */
    public Optional<String> objection(ApprovalId id, int seat, PersonId person) {
        return objection(approvals.find(id), id, seat, person);
    }

    private Optional<String> objection(Optional<KeptApproval> kept, ApprovalId id, int seat, PersonId person) {
        return kept.map(found -> objections.against(found, seat, person))
                .orElseGet(() -> Optional.of("There is no request for approval " + id + "."));
    }

    /** Says in words which open seats nobody is left for now; empty where everything can still be decided. */
    public List<String> unreachable(ApprovalId id) {
        return approvals
                .find(id)
                .map(KeptApproval::approval)
                .filter(approval -> approval.settled() == null)
                .flatMap(approval -> neighbours
                        .subject(approval.release())
                        .filter(subject -> !subject.release().state().ended())
                        .map(subject -> reachability.unreachable(approval, subject)))
                .orElse(List.of());
    }

    /** Casts a vote. The request's row is locked, so that simultaneous votes are counted one after the other. */
    @Transactional
    public Voting vote(ApprovalId id, int seat, PersonId person, Decision decision, String comment) {
        var kept = approvals.lock(id);
        var remark = comment.strip();
        var refusal = inOwnName(person).or(() -> said(decision, remark)).or(() -> objection(kept, id, seat, person));
        if (refusal.isPresent()) {
            return new Voting.Refused(refusal.get());
        }
        approvals.vote(id, seat, person, decision, remark, now());
        var approval = approvals.find(id).orElseThrow().approval();
        events.publishEvent(new ApprovalEvent.Voted(approval, seat, person, decision, remark));
        return new Voting.Counted(approval);
    }

    private Optional<String> inOwnName(PersonId person) {
        var actor = current.now();
        if (actor.kind() == Actor.Kind.SERVICE) {
            return Optional.of("Service accounts never vote.");
        }
        return actor.isPerson() && !actor.id().equals(person.value())
                ? Optional.of(actor.id() + " cannot vote in the name of " + person + ".")
                : Optional.empty();
    }

    private static Optional<String> said(Decision decision, String comment) {
        if (decision == Decision.REJECT && comment.isEmpty()) {
            return Optional.of("A rejection needs a reason: say in the comment what has to change.");
        }
        return comment.length() > LONGEST_COMMENT
                ? Optional.of("The comment is longer than " + LONGEST_COMMENT + " characters; shorten it.")
                : Optional.empty();
    }

    /** Whether no more votes are needed: everybody approved, or somebody rejected. */
    public boolean decided(ApprovalId id) {
        var approval = known(approvals.find(id), id).approval();
        return approval.settled() != null || outcome(approval) != Approval.Outcome.EXPIRED;
    }

    /**
     * Closes the request: approved if all seats approved, rejected if one rejected, expired otherwise; withdrawn if there is a newer candidate or the
     * release has ended. Safe to repeat.
     */
    @Transactional
    public Approval.Outcome settle(ApprovalId id) {
        var kept = known(approvals.lock(id), id);
        var settled = kept.approval().settled();
        if (settled != null) {
            return settled;
        }
        var outcome = neighbours
                .subject(kept.approval().release())
                .filter(subject -> !subject.release().state().ended())
                .filter(subject -> subject.candidate().number() == kept.candidateNumber())
                .map(subject -> outcome(kept.approval()))
                .orElse(Approval.Outcome.WITHDRAWN);
        settle(kept, outcome);
        return outcome;
    }

    private KeptApproval settle(KeptApproval kept, Approval.Outcome outcome) {
        var id = kept.approval().id();
        approvals.settle(id, outcome, now());
        var settled = kept.settled(outcome);
        events.publishEvent(new ApprovalEvent.Settled(settled.approval(), outcome));
        return settled;
    }

    private static Approval.Outcome outcome(Approval approval) {
        if (approval.seats().stream().anyMatch(seat -> seat.decision() == Decision.REJECT)) {
            return Approval.Outcome.REJECTED;
        }
        return approval.seats().stream().allMatch(seat -> seat.decision() == Decision.APPROVE)
                ? Approval.Outcome.APPROVED
                : Approval.Outcome.EXPIRED;
    }

    private static KeptApproval known(Optional<KeptApproval> kept, ApprovalId id) {
        return kept.orElseThrow(() -> new IllegalArgumentException("there is no request for approval " + id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
