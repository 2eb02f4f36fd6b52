package dev.slipway.flow;

import dev.slipway.flow.identity.AccountEvent;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds people and groups to those that Camunda Admin manages. */
@Service
public class Accounts {

    private final IdentityService identity;
    private final Unrestricted unrestricted;
    private final ApplicationEventPublisher events;

    Accounts(IdentityService identity, Unrestricted unrestricted, ApplicationEventPublisher events) {
        this.identity = identity;
        this.unrestricted = unrestricted;
        this.events = events;
    }

    /** Makes sure that this person exists and belongs to these groups. Somebody who is there already keeps name, e-mail and password. */
    @Transactional
    public void ensure(Person person, String password, Set<GroupId> groups) {
        unrestricted.ask(() -> {
            if (identity.createUserQuery().userId(person.id().value()).count() == 0) {
                create(person, password);
            }
            groups.forEach(group -> join(person, group));
            return person;
        });
    }

    /** Makes sure that this group exists. */
    @Transactional
    public void ensureGroup(GroupId group, String name) {
        unrestricted.ask(() -> {
            if (identity.createGroupQuery().groupId(group.value()).count() == 0) {
                var created = identity.newGroup(group.value());
                created.setName(name);
                created.setType("WORKFLOW");
                identity.saveGroup(created);
                events.publishEvent(new AccountEvent.GroupAdded(group));
            }
            return group;
        });
    }

    /** Whether nobody at all can sign in yet. */
    public boolean isEmpty() {
        return unrestricted.ask(() -> identity.createUserQuery().count() == 0);
    }

    private void create(Person person, String password) {
        var user = identity.newUser(person.id().value());
        var space = person.name().lastIndexOf(' ');
        user.setFirstName(space < 0 ? "" : person.name().substring(0, space));
        user.setLastName(person.name().substring(space + 1));
        user.setEmail(person.email());
        user.setPassword(password);
        identity.saveUser(user);
        events.publishEvent(new AccountEvent.PersonAdded(person.id(), person.name(), person.email()));
    }

    private void join(Person person, GroupId group) {
        ensureGroup(group, group.value());
        var member = identity.createUserQuery()
                        .userId(person.id().value())
                        .memberOfGroup(group.value())
                        .count()
                > 0;
        if (!member) {
            identity.createMembership(person.id().value(), group.value());
            events.publishEvent(new AccountEvent.Joined(person.id(), group));
        }
    }
}
