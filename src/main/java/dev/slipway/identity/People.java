package dev.slipway.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Knows people and groups, and which Git identity is whose. */
@Service
public class People {

    public Optional<Person> find(PersonId id) {
        throw new UnsupportedOperationException();
    }

    public Set<GroupId> groupsOf(PersonId id) {
        throw new UnsupportedOperationException();
    }

    public List<Person> membersOf(GroupId group) {
        throw new UnsupportedOperationException();
    }

    public boolean exists(GroupId group) {
        throw new UnsupportedOperationException();
    }

    /** Matches by alias table, then by e-mail without case. */
    public Authors authorsAmong(Collection<GitIdentity> identities) {
        throw new UnsupportedOperationException();
    }

    /** Says that commits with this e-mail are this person's. */
    public void alias(String email, PersonId person) {
        throw new UnsupportedOperationException();
    }
}
