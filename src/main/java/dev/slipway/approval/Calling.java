package dev.slipway.approval;

import dev.slipway.approval.Matching.Speaker;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.CurrentActor;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Calls for the votes that are missing: reminds, opens the seats to others, gives one to somebody named. Always called inside a transaction. */
@Component
class Calling {

    private static final int LONGEST_REASON = 500;

    private final ApprovalRepository approvals;
    private final Neighbours neighbours;
    private final Exclusions exclusions;
    private final Electorates electorates;
    private final CurrentActor current;
    private final DueDates dueDates;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calling(
            ApprovalRepository approvals,
            Neighbours neighbours,
            Exclusions exclusions,
            Electorates electorates,
            CurrentActor current,
            DueDates dueDates,
            ApplicationEventPublisher events,
            Clock clock) {
        this.approvals = approvals;
        this.neighbours = neighbours;
        this.exclusions = exclusions;
        this.electorates = electorates;
        this.current = current;
        this.dueDates = dueDates;
        this.events = events;
        this.clock = clock;
    }

    Approval escalate(ApprovalId id) {
        var approval = Approvals.known(approvals.lock(id), id).approval();
        if (approval.settled() != null || approval.escalated()) {
            return approval;
        }
        approvals.escalated(id, now());
        var escalated = again(id);
        var groups = escalated.open().stream()
                .map(Seat::escalateTo)
                .filter(Objects::nonNull)
                .map(GroupId::value)
                .distinct()
                .sorted()
                .toList();
        events.publishEvent(new ApprovalEvent.Escalated(escalated, groups));
        return escalated;
    }

    Approval remind(ApprovalId id) {
        var approval = Approvals.known(approvals.lock(id), id).approval();
        if (approval.settled() != null || approval.open().isEmpty()) {
            return approval;
        }
        approvals.reminded(id, now());
        var reminded = again(id);
        events.publishEvent(new ApprovalEvent.Reminded(reminded));
        return reminded;
    }

    Approval reconsiderDue(ApprovalId id) {
        return dueDates.again(Approvals.known(approvals.lock(id), id)).approval();
    }

    Reassigning reassign(ApprovalId id, int number, PersonId person, String reason) {
        var kept = approvals.lock(id);
        if (kept.isEmpty()) {
            return new Reassigning.Refused("There is no request for approval " + id + ".");
        }
        var approval = kept.get().approval();
        var subject = neighbours.subject(approval.release()).orElseThrow();
        var refusal = entitled(subject, person)
                .or(() -> said(reason))
                .or(() -> takesVotes(kept.get(), subject, number))
                .or(() -> fits(approval, subject, approval.seats().get(number - 1), person));
        if (refusal.isPresent()) {
            return new Reassigning.Refused(refusal.get());
        }
        approvals.reserve(id, number, person);
        var reassigned = again(id);
        var before = approval.seats().get(number - 1).reserved();
        events.publishEvent(new ApprovalEvent.Reassigned(reassigned, number, before, person, reason));
        return new Reassigning.Done(reassigned);
    }

    private Optional<String> entitled(Subject subject, PersonId person) {
        var actor = current.now();
        var product = subject.release().product();
        if (!actor.isPerson()) {
            return Optional.of("Only people give seats to people.");
        }
        if (!neighbours.mayReassign(product)) {
            return Optional.of(actor.id() + " may not reassign seats of " + product
                    + ". Somebody who administers rights can grant reassign-seat to one of their groups.");
        }
        return actor.id().equals(person.value())
                ? Optional.of("Nobody gives a seat to themselves: name somebody else.")
                : Optional.empty();
    }

    private static Optional<String> said(String reason) {
        if (reason.isEmpty()) {
            return Optional.of("Say why: the reason goes into the record.");
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of("Keep the reason to " + LONGEST_REASON + " characters.")
                : Optional.empty();
    }

    private static Optional<String> takesVotes(KeptApproval kept, Subject subject, int number) {
        var approval = kept.approval();
        if (approval.settled() != null
                || subject.release().state().ended()
                || subject.candidate().number() != kept.candidateNumber()) {
            return Optional.of("This request takes no more votes; there is nothing to reassign.");
        }
        if (number < 1 || number > approval.seats().size()) {
            return Optional.of("There is no seat " + number + "; the request has "
                    + approval.seats().size() + ".");
        }
        var seat = approval.seats().get(number - 1);
        return seat.open()
                ? Optional.empty()
                : Optional.of("The seat " + seat.label() + " is taken: " + seat.voter() + " has voted there.");
    }

    /** The group does not matter, the exclusions do; and nobody is taken away from where nobody else could decide. */
    private Optional<String> fits(Approval approval, Subject subject, Seat seat, PersonId person) {
        if (neighbours.person(person).isEmpty()) {
            return Optional.of("There is nobody with the user id " + person + ".");
        }
        var objection = exclusions.objection(approval, subject, person);
        if (objection.isPresent()) {
            return objection;
        }
        var electorate = electorates.of(approval, subject);
        var barred = electorate.bar(person);
        if (barred.isPresent()) {
            return Optional.of(person + " " + barred.get() + ".");
        }
        var kept = approval.open().stream()
                .filter(other -> !other.equals(seat) && person.equals(other.reserved()))
                .findFirst();
        if (kept.isPresent()) {
            return Optional.of("The seat " + kept.get().label() + " is kept for " + person + " already.");
        }
        return electorate.cost(seat, new Speaker(person, person)) > 0
                ? Optional.of(
                        person + " is needed on another seat, which nobody else could fill then. Name somebody else.")
                : Optional.empty();
    }

    private Approval again(ApprovalId id) {
        return approvals.find(id).orElseThrow().approval();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
