package dev.slipway.identity;

import dev.slipway.identity.Issuing.Flaw;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows who stands in for whom. A person names their own substitute; for somebody who is away already an administrator does, and says why. Only whoever
 * signed in can: a token gives nobody's voice away.
 */
@Service
public class Substitutes {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_REASON = 500;

    private final SubstitutionRows rows;
    private final People people;
    private final Rights rights;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Substitutes(
            SubstitutionRows rows,
            People people,
            Rights rights,
            Acting acting,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.people = people;
        this.rights = rights;
        this.acting = acting;
        this.events = events;
        this.clock = clock;
    }

    /** Names a substitute for a period. */
    @Transactional
    public Naming name(SubstitutionOrder order) {
        var actor = acting.now();
        if (!actor.isPerson() || acting.bearer().isPresent()) {
            return new Naming.Forbidden("Only a person who signed in can name a substitute. Sign in, and do it on the"
                    + " page of your substitutes.");
        }
        var by = new PersonId(actor.id());
        var own = by.equals(order.absent());
        if (!own && !rights.administers()) {
            return new Naming.Forbidden("You name substitutes for yourself; for " + order.absent()
                    + ", who is away, an administrator does.");
        }
        var flaws = flaws(order, by);
        if (!flaws.isEmpty()) {
            return new Naming.Refused(flaws);
        }
        var named = rows.insert(order, by, now());
        events.publishEvent(new IdentityEvent.SubstituteNamed(named));
        return new Naming.Done(named);
    }

    /** Ends it before its time. Safe to repeat. */
    @Transactional
    public Naming end(long id) {
        var actor = acting.now();
        var found = rows.find(id);
        if (found.isEmpty()) {
            return new Naming.Refused(List.of(new Flaw("id", "There is no substitution " + id + ".")));
        }
        var concerned = actor.id().equals(found.get().absent().value())
                || actor.id().equals(found.get().substitute().value());
        if (!actor.isPerson() || acting.bearer().isPresent() || !(concerned || rights.administers())) {
            return new Naming.Forbidden(
                    "Only the two whom it concerns and administrators, signed in, can end a substitution.");
        }
        if (rows.end(id, now())) {
            events.publishEvent(new IdentityEvent.SubstitutionEnded(found.get()));
        }
        return new Naming.Done(rows.find(id).orElseThrow());
    }

    /** Who may act in this person's stead now. */
    public List<PersonId> of(PersonId absent) {
        return rows.standingInFor(absent, clock.instant()).stream()
                .map(Substitution::substitute)
                .distinct()
                .toList();
    }

    /** In whose stead this person may act now. */
    public List<PersonId> principalsOf(PersonId substitute) {
        return rows.by(substitute, clock.instant()).stream()
                .map(Substitution::absent)
                .distinct()
                .toList();
    }

    /** All that hold at some instant between now and then. */
    public List<Substitution> until(Instant then) {
        return rows.within(clock.instant(), then);
    }

    /** Those that concern the person, newest first, older than the given id. */
    public List<Substitution> concerning(PersonId person, long before, int limit) {
        return rows.concerning(person, before, limit);
    }

    /** Everybody's, newest first, older than the given id. */
    public List<Substitution> all(long before, int limit) {
        return rows.concerning(null, before, limit);
    }

    public Optional<Substitution> find(long id) {
        return rows.find(id);
    }

    private List<Flaw> flaws(SubstitutionOrder order, PersonId by) {
        var flaws = new ArrayList<Flaw>();
        if (people.find(order.absent()).isEmpty()) {
            flaws.add(new Flaw("absent", "There is nobody with the user id " + order.absent() + "."));
        }
        if (people.find(order.substitute()).isEmpty()) {
            flaws.add(new Flaw("substitute", "There is nobody with the user id " + order.substitute() + "."));
        } else if (order.substitute().equals(order.absent())) {
            flaws.add(new Flaw("substitute", "Name somebody else: nobody stands in for themselves."));
        } else if (!by.equals(order.absent()) && by.equals(order.substitute())) {
            flaws.add(
                    new Flaw("substitute", "Nobody takes somebody else's voice for themselves: name a third person."));
        }
        if (!order.until().isAfter(order.from())) {
            flaws.add(new Flaw("until", "Let the period end after it begins."));
        } else if (!order.until().isAfter(clock.instant())) {
            flaws.add(new Flaw("until", "This period is over already."));
        } else if (order.from().plus(LONGEST).isBefore(order.until())) {
            flaws.add(new Flaw("until", "A period lasts a year at most; name the substitute again then."));
        }
        if (!by.equals(order.absent()) && order.reason().isBlank()) {
            flaws.add(new Flaw("reason", "Say why " + order.absent() + " cannot name the substitute."));
        } else if (order.reason().length() > LONGEST_REASON) {
            flaws.add(new Flaw("reason", "Keep the reason to " + LONGEST_REASON + " characters."));
        }
        return flaws;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
