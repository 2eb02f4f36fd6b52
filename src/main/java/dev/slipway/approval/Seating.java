package dev.slipway.approval;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.RoleRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the rows of the policy into seats that can be told apart. */
class Seating {

    /** The role that stands for everybody whom the plan names; a seat each, whatever the number in the row. */
    static final GroupId STAKEHOLDERS = new GroupId("stakeholders");

    private final Neighbours neighbours;
    private final List<Seat> seats = new ArrayList<>();

    private Seating(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** Where several rows name one role, the most demanding counts. */
    static List<Seat> of(List<RoleRule> rules, Subject subject, Set<PersonId> excluded, Neighbours neighbours) {
        var wanted = new LinkedHashMap<GroupId, Integer>();
        rules.forEach(rule -> wanted.merge(rule.role(), rule.seats(), Math::max));
        var seating = new Seating(neighbours);
        wanted.forEach((role, number) -> {
            if (role.equals(STAKEHOLDERS)) {
                seating.reserve(subject.stakeholders().stream()
                        .distinct()
                        .filter(person -> !excluded.contains(person))
                        .toList());
            } else {
                seating.add(role, number);
            }
        });
        return List.copyOf(seating.seats);
    }

    private void add(GroupId role, int number) {
        for (int place = 1; place <= number; place++) {
            add(role, numbered(title(role), place, number), null);
        }
    }

    private void reserve(List<PersonId> people) {
        for (int place = 1; place <= people.size(); place++) {
            var id = people.get(place - 1);
            var name = neighbours.person(id).map(Person::name).orElse(id.value());
            add(STAKEHOLDERS, numbered("Stakeholder " + name, place, people.size()), id);
        }
    }

    private void add(GroupId role, String label, @Nullable PersonId reserved) {
        seats.add(new Seat(seats.size() + 1, role, label, reserved, null, null, "", null));
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
