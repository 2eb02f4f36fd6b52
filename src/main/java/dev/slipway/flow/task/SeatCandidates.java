package dev.slipway.flow.task;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Seat;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Substitutes;
import dev.slipway.identity.Substitution;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Knows to whom the task of a seat is shown. Whether they may take it is asked when they do. */
@Component
class SeatCandidates {

    private final People people;
    private final Substitutes substitutes;

    SeatCandidates(People people, Substitutes substitutes) {
        this.people = people;
        this.substitutes = substitutes;
    }

    /**
     * A seat of a group is shown to the group; one that is kept for a person to that person alone. Whoever stands in for one of them at some time before the
     * request is due sees it too.
     */
    Asked of(Approval approval, Seat seat) {
        var groups = seat.groups(approval.escalated());
        var asked = members(groups);
        var reserved = seat.reserved();
        if (reserved != null) {
            asked.add(reserved);
        }
        var people = substitutes(asked, substitutes.until(approval.due()));
        if (reserved != null && groups.isEmpty() && people.isEmpty()) {
            return new Asked(List.of(), people, reserved.value());
        }
        if (reserved != null) {
            people.add(reserved.value());
        }
        return new Asked(groups.stream().map(GroupId::value).toList(), people, "");
    }

    private Set<PersonId> members(Collection<GroupId> groups) {
        return groups.stream()
                .flatMap(group -> people.membersOf(group).stream())
                .map(Person::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> substitutes(Set<PersonId> absent, List<Substitution> standing) {
        return standing.stream()
                .filter(substitution -> absent.contains(substitution.absent()))
                .map(substitution -> substitution.substitute().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Who is asked.
     *
     * @param only whose it is; empty where several can claim it
     */
    record Asked(List<String> groups, Set<String> people, String only) {

        String whom() {
            if (!only.isEmpty()) {
                return only;
            }
            return Stream.concat(groups.stream(), people.stream()).sorted().collect(Collectors.joining(", "));
        }
    }
}
