package dev.slipway.approval;

import dev.slipway.catalog.Catalog;
import dev.slipway.identity.Acting;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps who must not decide about what, or not together with whom; only an administrator who signed in may change it. */
@Service
public class Conflicts {

    private static final int LONGEST_REASON = 500;

    private final ConflictRows rows;
    private final People people;
    private final Catalog catalog;
    private final Rights rights;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conflicts(
            ConflictRows rows,
            People people,
            Catalog catalog,
            Rights rights,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.catalog = catalog;
        this.rights = rights;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** Whether whoever acts now may see and change conflicts. */
    public boolean mayKeep() {
        return rights.administers();
    }

    /** Those that hold, newest first. */
    public List<Conflict> page(long before, int limit) {
        return rows.page(before, limit);
    }

    /** What is wrong with what somebody wants to enter. */
    public List<ConflictRequest.Flaw> flaws(ConflictRequest request) {
        var flaws = new ArrayList<ConflictRequest.Flaw>();
        require(flaws, "person", request.who());
        var other = request.against();
        if (other != null) {
            require(flaws, "other", other);
            if (other.equals(request.who())) {
                flaws.add(new ConflictRequest.Flaw("other", "Name somebody else than person."));
            }
        }
        var product = request.where();
        if (product != null && catalog.product(product).isEmpty()) {
            flaws.add(new ConflictRequest.Flaw("product", "There is no product " + product + "."));
        }
        if (request.why().isEmpty() || request.why().length() > LONGEST_REASON) {
            flaws.add(new ConflictRequest.Flaw(
                    "reason",
                    "Say why, in at most " + LONGEST_REASON + " characters: it is told to whoever is refused."));
        }
        return flaws;
    }

    private void require(List<ConflictRequest.Flaw> flaws, String field, PersonId person) {
        if (people.find(person).isEmpty()) {
            flaws.add(new ConflictRequest.Flaw(field, "There is nobody with the user id " + person + "."));
        }
    }

    @Transactional
    public Conflict enter(ConflictRequest request) {
        var entered = rows.insert(
                request.who(),
                request.against(),
                request.where(),
                request.why(),
                acting.now().toString(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        events.publishEvent(new ConflictEvent.Entered(entered));
        return entered;
    }

    /** Answers whether there was one that held. */
    @Transactional
    public boolean end(long id) {
        Optional<Conflict> found = rows.find(id);
        var ended = found.isPresent() && rows.end(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (ended) {
            events.publishEvent(new ConflictEvent.Ended(found.get()));
        }
        return ended;
    }
}
