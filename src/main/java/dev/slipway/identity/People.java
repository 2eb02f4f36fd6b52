package dev.slipway.identity;

import dev.slipway.identity.spi.Directory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows people and groups, and which Git identity is whose. */
@Service
public class People {

    private final Directory directory;
    private final AliasRows aliases;
    private final ApplicationEventPublisher events;

    People(Directory directory, AliasRows aliases, ApplicationEventPublisher events) {
        this.directory = directory;
        this.aliases = aliases;
        this.events = events;
    }

    public Optional<Person> find(PersonId id) {
        return directory.find(id);
    }

    public Set<GroupId> groupsOf(PersonId id) {
        return directory.groupsOf(id);
    }

    public List<Person> membersOf(GroupId group) {
        return directory.membersOf(group);
    }

    public boolean exists(GroupId group) {
        return existing(Set.of(group)).contains(group);
    }

    /** Those of the groups that are there. */
    public Set<GroupId> existing(Set<GroupId> groups) {
        return groups.isEmpty() ? Set.of() : directory.existing(groups);
    }

    /** Matches by alias table, then by e-mail without case. */
    public Authors authorsAmong(Collection<GitIdentity> identities) {
        var byAddress = new LinkedHashMap<String, GitIdentity>();
        identities.forEach(identity -> byAddress.putIfAbsent(normal(identity.email()), identity));
        var known = aliases.among(byAddress.keySet());
        var people = new LinkedHashSet<PersonId>();
        byAddress.keySet().removeIf(address -> {
            var person = Optional.ofNullable(known.get(address))
                    .or(() -> address.isEmpty()
                            ? Optional.empty()
                            : directory.withEmail(address).map(Person::id));
            person.ifPresent(people::add);
            return person.isPresent();
        });
        return new Authors(people, List.copyOf(byAddress.values()));
    }

    /** Says that commits with this e-mail are this person's. */
    @Transactional
    public void alias(String email, PersonId person) {
        var address = normal(email);
        if (aliases.set(address, person)) {
            events.publishEvent(new IdentityEvent.AliasSet(address, person));
        }
    }

    /** Returns every address that was said to be somebody's. */
    public Map<String, PersonId> aliases() {
        return aliases.all();
    }

    private static String normal(String email) {
        return email.trim().toLowerCase(Locale.ROOT);
    }
}
