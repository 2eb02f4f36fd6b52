package dev.slipway.approval;

import dev.slipway.content.Reading;
import dev.slipway.identity.Authors;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says of every approval that a flow is going to ask for whether it can be reached at all: weeks before it is asked. Where the risk is not assessed yet, each
 * class is tried.
 */
@Component
class Outlook {

    private static final List<String> RISKS = List.of("low", "medium", "high");

    private final Neighbours neighbours;
    private final Exclusions exclusions;

    Outlook(Neighbours neighbours, Exclusions exclusions) {
        this.neighbours = neighbours;
        this.exclusions = exclusions;
    }

    /** Contents that cannot be read are not counted, and why is said. */
    Prospect of(Draft draft, Actor requester, Instant now) {
        if (draft.revision().isEmpty()) {
            return prospect(draft.subject(requester, now, Draft.UNKNOWN, Authors.NONE), null, "");
        }
        var reading = neighbours.contents(draft);
        if (reading instanceof Reading.Refused refused) {
            return prospect(draft.subject(requester, now, Draft.UNKNOWN, Authors.NONE), null, refused.reason());
        }
        var contents = ((Reading.Read) reading).contents();
        var authors = neighbours.authorsAmong(contents.hands());
        return prospect(draft.subject(requester, now, contents, authors), authors, "");
    }

    private Prospect prospect(Subject subject, @Nullable Authors authors, String unread) {
        return new Prospect(of(subject), authors, unread);
    }

    List<Expectation> of(Subject subject) {
        var purposes = neighbours.purposes(subject);
        if (purposes.isEmpty()) {
            return List.of();
        }
        var look = new Look(
                subject,
                new Moment(neighbours),
                neighbours.prospect(subject),
                exclusions.of(subject),
                exclusions.pairs(subject));
        return purposes.stream().map(look::at).toList();
    }

    /** The warnings of all purposes, each with its purpose in front. */
    List<String> warnings(Subject subject) {
        return of(subject).stream()
                .flatMap(expected -> expected.warnings().stream().map(warning -> expected.purpose() + ": " + warning))
                .toList();
    }

    /** What is the same for all purposes. */
    private record Look(
            Subject subject,
            Neighbours moment,
            Neighbours.Prospect prospect,
            Map<PersonId, String> excluded,
            List<Conflict> pairs) {

        private Expectation at(String purpose) {
            var tried = prospect.risk().map(List::of).orElse(RISKS);
            var seats = new TreeSet<String>();
            Map<String, List<String>> warnings = new LinkedHashMap<>();
            for (var risk : tried) {
                var found = at(purpose, risk);
                seats.addAll(found.seats());
                found.warnings()
                        .forEach(warning -> warnings.computeIfAbsent(warning, text -> new ArrayList<>())
                                .add(risk));
            }
            return new Expectation(
                    purpose,
                    List.copyOf(seats),
                    warnings.entrySet().stream()
                            .map(entry -> entry.getValue().size() == tried.size()
                                    ? entry.getKey()
                                    : "If the risk is " + String.join(" or ", entry.getValue()) + ": " + entry.getKey())
                            .toList());
        }

        /** A table that cannot be asked is foreseen to go wrong as well. */
        private Expectation at(String purpose, String risk) {
            try {
                var rules = prospect.rules(purpose, risk);
                var seats = Seating.of(rules.roles(), subject, excluded.keySet(), moment);
                var electorate = new Electorate(seats, false, excluded, pairs, moment);
                return new Expectation(
                        purpose, seats.stream().map(Seat::label).toList(), Reachability.inWords(electorate));
            } catch (RuntimeException fault) {
                return new Expectation(purpose, List.of(), List.of(String.valueOf(fault.getMessage())));
            }
        }
    }
}
