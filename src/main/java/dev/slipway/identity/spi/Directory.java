package dev.slipway.identity.spi;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where people and groups are kept. Every answer is read fresh: nothing here may be cached. */
public interface Directory {

    Optional<Person> find(PersonId id);

    /** Compares e-mail addresses without case. */
    Optional<Person> withEmail(String email);

    Set<GroupId> groupsOf(PersonId id);

    List<Person> membersOf(GroupId group);

    /** Those of the groups that are there. */
    Set<GroupId> existing(Set<GroupId> groups);

    boolean accepts(PersonId id, String password);
}
