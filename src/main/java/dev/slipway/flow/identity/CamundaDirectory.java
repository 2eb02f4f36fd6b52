package dev.slipway.flow.identity;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.spi.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People and groups as Camunda's identity service has them at this moment. */
@Component
class CamundaDirectory implements Directory {

    private static final String BY_EMAIL = "select * from ACT_ID_USER where lower(EMAIL_) = #{email} order by ID_";

    private final IdentityService identity;
    private final Unrestricted unrestricted;

    CamundaDirectory(IdentityService identity, Unrestricted unrestricted) {
        this.identity = identity;
        this.unrestricted = unrestricted;
    }

    @Override
    public Optional<Person> find(PersonId id) {
        return unrestricted.ask(() -> Optional.ofNullable(
                        identity.createUserQuery().userId(id.value()).singleResult())
                .map(CamundaDirectory::person));
    }

    @Override
    public Optional<Person> withEmail(String email) {
        return unrestricted.ask(
                () -> identity
                        .createNativeUserQuery()
                        .sql(BY_EMAIL)
                        .parameter("email", email.toLowerCase(Locale.ROOT))
                        .list()
                        .stream()
                        .map(CamundaDirectory::person)
                        .findFirst());
    }

    @Override
    public Set<GroupId> groupsOf(PersonId id) {
        return unrestricted.ask(() -> identity.createGroupQuery().groupMember(id.value()).list().stream()
                .map(group -> new GroupId(group.getId()))
                .collect(Collectors.toSet()));
    }

    @Override
    public List<Person> membersOf(GroupId group) {
        return unrestricted.ask(
                () -> identity.createUserQuery().memberOfGroup(group.value()).orderByUserId().asc().list().stream()
                        .map(CamundaDirectory::person)
                        .toList());
    }

    @Override
    public Set<GroupId> existing(Set<GroupId> groups) {
        var ids = groups.stream().map(GroupId::value).toArray(String[]::new);
        return unrestricted.ask(() -> identity.createGroupQuery().groupIdIn(ids).list().stream()
                .map(group -> new GroupId(group.getId()))
                .collect(Collectors.toSet()));
    }

    /** Camunda locks an account for a growing time after wrong passwords; a locked one is not accepted. */
    @Override
    public boolean accepts(PersonId id, String password) {
        return unrestricted.ask(() -> identity.checkPassword(id.value(), password));
    }

    private static Person person(User user) {
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        var email = user.getEmail();
        return new Person(new PersonId(user.getId()), name.isEmpty() ? user.getId() : name, email == null ? "" : email);
    }
}
