package dev.slipway.notification;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Release;
import java.util.List;
import org.springframework.stereotype.Component;

/** Knows whom the policy means. */
@Component
class Recipients {

    private final Neighbours neighbours;

    Recipients(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** @param who a group, {@code requester}, {@code owner} or {@code stakeholders} */
    List<PersonId> of(String who, Release release) {
        return switch (who) {
            case "requester" ->
                release.requester().isPerson()
                        ? List.of(new PersonId(release.requester().id()))
                        : List.of();
            case "stakeholders" -> neighbours.stakeholders(release.id());
            case "owner" -> named(neighbours.owner(release));
            default -> named(who);
        };
    }

    private List<PersonId> named(String name) {
        if (name.isEmpty()) {
            return List.of();
        }
        var members =
                neighbours.membersOf(new GroupId(name)).stream().map(Person::id).toList();
        return members.isEmpty()
                ? neighbours.person(new PersonId(name)).map(Person::id).stream().toList()
                : members;
    }
}
