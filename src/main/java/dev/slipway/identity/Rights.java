package dev.slipway.identity;

import dev.slipway.journal.Actor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers "may this actor do this to that product". */
@Service
public class Rights {

    /** Stands for all products, and for what belongs to none. */
    public static final String EVERYTHING = "*";

    /** Whose members may everything. */
    public static final GroupId ADMINISTRATORS = new GroupId("camunda-admin");

    private final GrantRows grants;
    private final People people;
    private final ServiceAccountRows accounts;
    private final Acting acting;
    private final ApplicationEventPublisher events;

    Rights(
            GrantRows grants,
            People people,
            ServiceAccountRows accounts,
            Acting acting,
            ApplicationEventPublisher events) {
        this.grants = grants;
        this.people = people;
        this.accounts = accounts;
        this.acting = acting;
        this.events = events;
    }

    /**
     * A person may by a group's grant (members of {@code camunda-admin} may everything); a service account by its token's scopes and products; the
     * system always. Whoever came with a token may no more than that token covers.
     */
    public boolean may(Actor actor, Act act, String product) {
        return switch (actor.kind()) {
            case SYSTEM -> true;
            case PERSON ->
                granted(new PersonId(actor.id()), act, product)
                        && covered(actor, act, product).orElse(true);
            case SERVICE ->
                covered(actor, act, product).orElse(false)
                        && accounts.find(actor.id())
                                .filter(ServiceAccount::enabled)
                                .isPresent();
        };
    }

    /** Whether an administrator is acting who signed in; one who came with a token is not taken for one. */
    public boolean administers() {
        var actor = acting.now();
        return actor.isPerson()
                && acting.bearer().isEmpty()
                && people.groupsOf(new PersonId(actor.id())).contains(ADMINISTRATORS);
    }

    /** Returns what each group may do to this product by its own grants, without those for {@link #EVERYTHING}. */
    public Map<GroupId, Set<Act>> grants(String product) {
        return grants.of(product);
    }

    /** Makes these the product's only grants. */
    @Transactional
    public void replace(String product, Map<GroupId, Set<Act>> grants) {
        var before = this.grants.of(product);
        this.grants.replace(product, grants);
        var after = this.grants.of(product);
        if (!after.equals(before)) {
            events.publishEvent(new IdentityEvent.GrantsReplaced(product, before, after));
        }
    }

    private boolean granted(PersonId person, Act act, String product) {
        var groups = people.groupsOf(person);
        return groups.contains(ADMINISTRATORS) || grants.any(groups, act, product);
    }

    private Optional<Boolean> covered(Actor actor, Act act, String product) {
        return acting.bearer()
                .filter(bearer -> bearer.actor().equals(actor))
                .map(bearer -> bearer.covers(Scope.of(act)) && bearer.reaches(product));
    }
}
