package dev.slipway.identity;

import dev.slipway.identity.spi.Directory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** People and groups of a test; everybody's password is their id. */
public final class InMemoryDirectory implements Directory {

    private final Map<PersonId, Person> people = new LinkedHashMap<>();
    private final Map<GroupId, Set<String>> members = new LinkedHashMap<>();

    /** Adds a person with the address {@code <id>@example.org}, and the groups. */
    public InMemoryDirectory with(String id, String... groups) {
        var person = new PersonId(id);
        people.put(person, new Person(person, id, id + "@example.org"));
        for (var group : groups) {
            members.computeIfAbsent(new GroupId(group), key -> new TreeSet<>()).add(id);
        }
        return this;
    }

    public InMemoryDirectory without(String id) {
        people.remove(new PersonId(id));
        members.values().forEach(group -> group.remove(id));
        return this;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Optional<Person> withEmail(String email) {
        return people.values().stream()
                .filter(person -> person.email().equalsIgnoreCase(email))
                .findFirst();
    }

    @Override
    public Set<GroupId> groupsOf(PersonId id) {
        var groups = new TreeSet<GroupId>();
        members.forEach((group, ids) -> {
            if (ids.contains(id.value())) {
                groups.add(group);
            }
        });
        return groups;
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return members.getOrDefault(group, Set.of()).stream()
                .flatMap(id -> find(new PersonId(id)).stream())
                .toList();
    }

    @Override
    public Set<GroupId> existing(Set<GroupId> groups) {
        return groups.stream().filter(members::containsKey).collect(Collectors.toSet());
    }

    @Override
    public boolean accepts(PersonId id, String password) {
        return people.containsKey(id) && password.equals(id.value());
    }
}
