package dev.slipway.approval;

import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Finds the open seats that nobody is left for. One person fills one seat, so this is a matching of seats and people: seat by seat a place is looked for,
 * and people already placed move on where they can (augmenting paths), which leaves as few seats empty as possible.
 */
@Component
class Reachability {

    private final Neighbours neighbours;
    private final Exclusions exclusions;

    Reachability(Neighbours neighbours, Exclusions exclusions) {
        this.neighbours = neighbours;
        this.exclusions = exclusions;
    }

    List<String> unreachable(Approval approval, Subject subject) {
        var barred = new HashSet<>(approval.excluded());
        barred.addAll(exclusions.of(subject));
        approval.seats().stream().map(Seat::voter).forEach(barred::add);
        var eligible = new HashMap<Seat, Set<PersonId>>();
        approval.seats().stream()
                .filter(seat -> seat.voter() == null)
                .forEach(seat -> eligible.put(seat, eligible(seat, barred)));
        var placed = new HashMap<PersonId, Seat>();
        var unreachable = new ArrayList<String>();
        for (var seat : approval.seats()) {
            if (eligible.containsKey(seat) && !place(seat, eligible, placed, new HashSet<>())) {
                unreachable.add(inWords(seat, eligible.getOrDefault(seat, Set.of())));
            }
        }
        return List.copyOf(unreachable);
    }

    private static boolean place(
            Seat seat, Map<Seat, Set<PersonId>> eligible, Map<PersonId, Seat> placed, Set<PersonId> tried) {
        for (var person : eligible.getOrDefault(seat, Set.of())) {
            if (tried.add(person)) {
                var before = placed.get(person);
                if (before == null || place(before, eligible, placed, tried)) {
                    placed.put(person, seat);
                    return true;
                }
            }
        }
        return false;
    }

    private Set<PersonId> eligible(Seat seat, Set<PersonId> barred) {
        var members = seat.reserved() == null
                ? neighbours.membersOf(seat.role())
                : neighbours.person(seat.reserved()).stream().toList();
        return members.stream()
                .map(Person::id)
                .filter(person -> !barred.contains(person))
                .collect(Collectors.toSet());
    }

    private static String inWords(Seat seat, Set<PersonId> eligible) {
        if (seat.reserved() != null && eligible.isEmpty()) {
            return "Nobody can take the seat " + seat.label() + ": it is reserved for " + seat.reserved()
                    + ", who cannot vote here.";
        }
        var names = new TreeSet<>(eligible.stream().map(PersonId::value).toList());
        return eligible.isEmpty()
                ? "Nobody can take the seat " + seat.label() + ": the group " + seat.role()
                        + " has no member who may decide and has not yet voted."
                : "Nobody is left for the seat " + seat.label() + ": all who could take it (" + String.join(", ", names)
                        + ") are needed on other seats.";
    }
}
