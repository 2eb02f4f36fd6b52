package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in words why somebody may not take a seat. Groups are read fresh, administrators are bound like anybody. */
@Component
class Objections {

    private final Neighbours neighbours;
    private final Exclusions exclusions;

    Objections(Neighbours neighbours, Exclusions exclusions) {
        this.neighbours = neighbours;
        this.exclusions = exclusions;
    }

    Optional<String> against(KeptApproval kept, int number, PersonId person) {
        var approval = kept.approval();
        if (approval.settled() != null) {
            return Optional.of("This request has been settled as "
                    + approval.settled().name().toLowerCase(Locale.ROOT) + "; it takes no more votes.");
        }
        var subject = neighbours.subject(approval.release());
        if (subject.isEmpty()) {
            return Optional.of("The release " + approval.release() + " does not exist.");
        }
        return standing(kept, subject.get())
                .or(() -> seatIn(approval, number, person))
                .or(() -> exclusions.objection(approval, subject.get(), person))
                .or(() -> membership(approval.seats().get(number - 1), person));
    }

    private static Optional<String> standing(KeptApproval kept, Subject subject) {
        var release = subject.release();
        if (release.state().ended()) {
            return Optional.of("The release " + release.id() + " has ended; there is nothing to decide any more.");
        }
        if (subject.candidate().number() != kept.candidateNumber()) {
            return Optional.of("This request is about candidate " + kept.candidateNumber() + " ("
                    + kept.approval().candidate().brief() + "); the current one is candidate "
                    + subject.candidate().number() + " and is asked about anew.");
        }
        if (release.heldBecause() != null) {
            return Optional.of(
                    "The release " + release.id() + " is on hold (" + release.heldBecause() + "); resume it first.");
        }
        return Optional.empty();
    }

    private static Optional<String> seatIn(Approval approval, int number, PersonId person) {
        if (number < 1 || number > approval.seats().size()) {
            return Optional.of("There is no seat " + number + "; the request has "
                    + approval.seats().size() + ".");
        }
        var seat = approval.seats().get(number - 1);
        if (seat.voter() != null) {
            return Optional.of("The seat " + seat.label() + " is taken: " + seat.voter() + " has voted there.");
        }
        return approval.seats().stream()
                .filter(other -> person.equals(other.voter()))
                .findFirst()
                .map(other -> person + " already sits on " + other.label() + "; one person fills one seat.")
                .or(() -> keptElsewhere(approval, seat, person));
    }

    /** Nobody else could ever fill the seat that is kept for this person. */
    private static Optional<String> keptElsewhere(Approval approval, Seat seat, PersonId person) {
        return approval.seats().stream()
                .filter(other -> person.equals(other.reserved()) && !person.equals(seat.reserved()))
                .findFirst()
                .map(other -> "The seat " + other.label() + " is kept for " + person + ". Decide there; " + seat.label()
                        + " needs somebody else.");
    }

    private Optional<String> membership(Seat seat, PersonId person) {
        if (neighbours.person(person).isEmpty()) {
            return Optional.of(person + " is nobody known here; only people vote, service accounts do not.");
        }
        if (seat.reserved() != null) {
            return seat.reserved().equals(person)
                    ? Optional.empty()
                    : Optional.of("The seat " + seat.label() + " is reserved for " + seat.reserved() + ".");
        }
        return neighbours.groupsOf(person).contains(seat.role())
                ? Optional.empty()
                : Optional.of(
                        person + " is not in the group " + seat.role() + ", which the seat " + seat.label() + " asks.");
    }
}
