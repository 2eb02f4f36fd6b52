package dev.slipway.approval;

import dev.slipway.approval.Matching.Speaker;
import dev.slipway.identity.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says in words why somebody may not take a seat. Groups are read fresh, administrators are bound like anybody. */
@Component
class Objections {

    private final Neighbours neighbours;
    private final Exclusions exclusions;
    private final Electorates electorates;

    Objections(Neighbours neighbours, Exclusions exclusions, Electorates electorates) {
        this.neighbours = neighbours;
        this.exclusions = exclusions;
        this.electorates = electorates;
    }

    /** Whether the person may take the seat, and whose voice is heard there. */
    Admission admit(KeptApproval kept, int number, PersonId person) {
        var approval = kept.approval();
        if (approval.settled() != null) {
            return refused("This request has been settled as "
                    + approval.settled().name().toLowerCase(Locale.ROOT) + "; it takes no more votes.");
        }
        var subject = neighbours.subject(approval.release());
        if (subject.isEmpty()) {
            return refused("The release " + approval.release() + " does not exist.");
        }
        return standing(kept, subject.get())
                .or(() -> seatIn(approval, number, person))
                .or(() -> exclusions.objection(approval, subject.get(), person))
                .or(() -> unknown(person))
                .<Admission>map(Admission.Refused::new)
                .orElseGet(
                        () -> seated(approval, subject.get(), approval.seats().get(number - 1), person));
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
                .filter(other -> other.open() && person.equals(other.reserved()) && !person.equals(seat.reserved()))
                .findFirst()
                .map(other -> "The seat " + other.label() + " is kept for " + person + ". Decide there; " + seat.label()
                        + " needs somebody else.");
    }

    private Optional<String> unknown(PersonId person) {
        return neighbours.person(person).isEmpty()
                ? Optional.of(person + " is nobody known here; only people vote, service accounts do not.")
                : Optional.empty();
    }

    /** For themselves if they can, otherwise in the stead of whoever can be spared elsewhere. */
    private Admission seated(Approval approval, Subject subject, Seat seat, PersonId person) {
        var electorate = electorates.of(approval, subject);
        var barred = electorate.bar(person);
        if (barred.isPresent()) {
            return refused(person + " " + barred.get() + ".");
        }
        var voices = voices(electorate, seat, person);
        for (var voice : voices) {
            var speaker = new Speaker(voice, person);
            if (electorate.cost(seat, speaker) <= 0) {
                return new Admission.Admitted(speaker);
            }
        }
        return refused(
                voices.isEmpty() ? membership(electorate, seat, person) : needed(approval, electorate, seat, person));
    }

    private List<PersonId> voices(Electorate electorate, Seat seat, PersonId person) {
        var heard = electorate.voices(seat);
        var voices = new ArrayList<PersonId>();
        if (heard.contains(person)) {
            voices.add(person);
        }
        neighbours.principalsOf(person).stream()
                .filter(absent -> heard.contains(absent)
                        && electorate.speakers(absent).contains(person)
                        && !electorate.mustNotSitTogether(absent, person))
                .forEach(voices::add);
        return voices;
    }

    private String membership(Electorate electorate, Seat seat, PersonId person) {
        var asked = electorate.askedOn(seat);
        var principal =
                neighbours.principalsOf(person).stream().filter(asked::contains).findFirst();
        if (principal.isPresent()) {
            return person + " stands in for " + principal.get() + ", who "
                    + electorate.bar(principal.get()).orElse("cannot decide here")
                    + "; a substitute does not get round that.";
        }
        return seat.reserved() != null
                ? "The seat " + seat.label() + " is reserved for " + seat.reserved() + "."
                : person + " is not in the group " + seat.role() + ", which the seat " + seat.label() + " asks.";
    }

    private static String needed(Approval approval, Electorate electorate, Seat seat, PersonId person) {
        var places = electorate.best().seated().entrySet().stream()
                .filter(entry -> entry.getValue().person().equals(person)
                        || entry.getValue().voice().equals(person))
                .map(entry -> entry.getKey().label())
                .collect(Collectors.joining(", "));
        var elsewhere = places.isEmpty()
                ? approval.open().stream()
                        .filter(other -> !other.equals(seat) && other.mandatory())
                        .map(Seat::label)
                        .collect(Collectors.joining(" or "))
                : places;
        return person + " is needed on the seat " + elsewhere + ", which nobody else could fill then. Decide there; "
                + seat.label() + " can be taken by somebody else.";
    }

    private static Admission refused(String reason) {
        return new Admission.Refused(reason);
    }
}
