package dev.slipway.approval;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.RoleRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the rows of the policy into seats that can be told apart. */
class Seating {

    /** The role that stands for everybody whom the plan names; a seat each, whatever the number in the row. */
    static final GroupId STAKEHOLDERS = RoleRule.STAKEHOLDERS;

    private final Subject subject;
    private final Set<PersonId> excluded;
    private final Neighbours neighbours;
    private final List<Seat> seats = new ArrayList<>();

    private Seating(Subject subject, Set<PersonId> excluded, Neighbours neighbours) {
        this.subject = subject;
        this.excluded = excluded;
        this.neighbours = neighbours;
    }

    /** Where several rows name one role, the most demanding counts. Where no role has to approve, all of them do: silence approves nothing. */
    static List<Seat> of(List<RoleRule> rules, Subject subject, Set<PersonId> excluded, Neighbours neighbours) {
        var byRole = new LinkedHashMap<GroupId, List<RoleRule>>();
        rules.forEach(rule ->
                byRole.computeIfAbsent(rule.role(), role -> new ArrayList<>()).add(rule));
        var seating = new Seating(subject, excluded, neighbours);
        byRole.forEach(seating::seat);
        var needed = seating.seats.stream().anyMatch(Seat::mandatory);
        return seating.seats.stream()
                .map(seat -> seat.mandatory() ? seat : needed ? seat.optional() : seat.needed())
                .toList();
    }

    private void seat(GroupId role, List<RoleRule> rules) {
        var mandatory = rules.stream().anyMatch(RoleRule::mandatory);
        var escalateTo = rules.stream()
                .map(RoleRule::escalateTo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (role.equals(STAKEHOLDERS)) {
            reserve(mandatory, escalateTo);
        } else {
            var may = (int) neighbours.membersOf(role).stream()
                    .filter(person -> !excluded.contains(person.id()))
                    .count();
            var number = rules.stream()
                    .mapToInt(rule -> rule.quorum().seats(may))
                    .max()
                    .orElse(0);
            for (int place = 1; place <= number; place++) {
                add(role, numbered(title(role), place, number), mandatory, null, escalateTo);
            }
        }
    }

    private void reserve(boolean mandatory, @Nullable GroupId escalateTo) {
        var people = subject.stakeholders().stream()
                .distinct()
                .filter(person -> !excluded.contains(person))
                .toList();
        for (int place = 1; place <= people.size(); place++) {
            var id = people.get(place - 1);
            var name = neighbours.person(id).map(Person::name).orElse(id.value());
            add(STAKEHOLDERS, numbered("Stakeholder " + name, place, people.size()), mandatory, id, escalateTo);
        }
    }

    private void add(
            GroupId role, String label, boolean mandatory, @Nullable PersonId reserved, @Nullable GroupId escalateTo) {
        seats.add(new Seat(seats.size() + 1, role, label, mandatory, reserved, escalateTo, null));
    }

    /** The seats with those first that are still to be asked, which the engine counts. */
    static List<Seat> ordered(List<Seat> seats) {
        var ordered = new ArrayList<>(seats.stream().filter(Seat::open).toList());
        seats.stream().filter(seat -> !seat.open()).forEach(ordered::add);
        var numbered = new ArrayList<Seat>();
        ordered.forEach(seat -> numbered.add(seat.numbered(numbered.size() + 1)));
        return List.copyOf(numbered);
    }

    private static String numbered(String title, int place, int of) {
        return of == 1 ? title : title + ", " + place + " of " + of;
    }

    /** {@code qa} is read QA, {@code release-managers} Release managers. */
    static String title(GroupId role) {
        var words = role.value().replace('-', ' ').replace('_', ' ').strip();
        return words.length() <= 3
                ? words.toUpperCase(Locale.ROOT)
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
