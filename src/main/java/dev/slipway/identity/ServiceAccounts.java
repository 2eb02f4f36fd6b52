package dev.slipway.identity;

import dev.slipway.identity.Registering.Forbidden;
import dev.slipway.identity.Registering.Refused;
import dev.slipway.identity.Registering.Registered;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the service accounts; only an administrator who signed in may change them. */
@Service
public class ServiceAccounts {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,58}");
    private static final String NOT_AN_ADMINISTRATOR =
            "Only an administrator who signed in can change service accounts.";

    private final ServiceAccountRows rows;
    private final Rights rights;
    private final People people;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceAccounts(
            ServiceAccountRows rows,
            Rights rights,
            People people,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.rights = rights;
        this.people = people;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    public Optional<ServiceAccount> find(String name) {
        return rows.find(name);
    }

    /** Returns all of them, by name. */
    public List<ServiceAccount> all() {
        return rows.all();
    }

    /** Makes a new account that can do nothing until it gets a token. */
    @Transactional
    public Registering register(String name, GroupId owner) {
        if (!rights.administers()) {
            return new Forbidden(NOT_AN_ADMINISTRATOR);
        }
        if (!NAME.matcher(name).matches()) {
            return new Refused("name", "Use up to 59 of a to z, 0 to 9 and dashes, such as shop-ci.");
        }
        if (rows.find(name).isPresent()) {
            return new Refused("name", "There is a service account " + name + " already. Choose another name.");
        }
        if (!people.exists(owner)) {
            return new Refused(
                    "owner", "There is no group " + owner + ". Name the group that answers for this account.");
        }
        var account =
                new ServiceAccount(name, owner, true, clock.instant().truncatedTo(ChronoUnit.MICROS), acting.now());
        rows.insert(account);
        events.publishEvent(new IdentityEvent.AccountRegistered(account));
        return new Registered(account);
    }

    /** Accepts the account's tokens, or no longer does. Safe to repeat. */
    @Transactional
    public Registering enable(String name, boolean enabled) {
        if (!rights.administers()) {
            return new Forbidden(NOT_AN_ADMINISTRATOR);
        }
        if (rows.enable(name, enabled)) {
            events.publishEvent(new IdentityEvent.AccountSwitched(name, enabled));
        }
        return rows.find(name)
                .<Registering>map(Registered::new)
                .orElseGet(() -> new Refused("name", "There is no service account " + name + "."));
    }
}
