package dev.slipway.calendar;

import dev.slipway.calendar.CalendarEvent.ExemptionDecided;
import dev.slipway.calendar.CalendarEvent.ExemptionRequested;
import dev.slipway.calendar.Exempting.Made;
import dev.slipway.calendar.Exempting.Refused;
import dev.slipway.calendar.Exempting.Unknown;
import dev.slipway.calendar.Exemption.State;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Flaw;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets one release pass by a freeze if two people want it: one asks, with a reason, and another one, who has no part in the release, grants it. */
@Service
public class Exemptions {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final ExemptionRows rows;
    private final CalendarRows entries;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Exemptions(
            ExemptionRows rows,
            CalendarRows entries,
            Neighbours neighbours,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.neighbours = neighbours;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The newest, those that nobody has decided first. */
    public List<Exemption> newest() {
        return rows.newest();
    }

    /** Asks for one. Whoever may amend a release may ask for it. */
    public Exempting request(
            ReleaseId id, EnvironmentKey environment, @Nullable Long entry, String reason, @Nullable Instant until) {
        return transactions.execute(status -> {
            var release = neighbours.release(id);
            if (release.isEmpty()) {
                return new Refused(
                        "release", "No release is called " + id + ". GET /api/releases lists those that there are.");
            }
            if (!neighbours.may(Act.AMEND_RELEASE, release.get().product())) {
                return new Refused(
                        Flaw.ACTOR,
                        neighbours.actor().id() + " may not ask for exemptions of "
                                + release.get().product() + ". That takes amend-release.");
            }
            var flaws = flaws(release.get(), environment, entry, reason, until);
            if (!flaws.isEmpty() || until == null) {
                return new Refused(flaws);
            }
            var now = now();
            var number = rows.insert(new Exemption(
                    0,
                    id,
                    environment,
                    entry,
                    reason.strip(),
                    until.truncatedTo(ChronoUnit.MICROS),
                    neighbours.actor(),
                    now,
                    State.OPEN,
                    null,
                    null,
                    ""));
            var made = rows.find(number).orElseThrow();
            events.publishEvent(new ExemptionRequested(made));
            return new Made(made);
        });
    }

    /** Grants or refuses one. Never the person who asked, nor one who requested the release or had a hand in its contents. */
    public Exempting decide(long number, boolean grant, String comment) {
        return transactions.execute(status -> {
            var found = rows.lock(number);
            if (found.isEmpty()) {
                return new Unknown(number);
            }
            var exemption = found.get();
            var release = neighbours.release(exemption.release()).orElseThrow();
            var objection = objection(exemption, release);
            if (objection.isPresent()) {
                return new Refused(Flaw.ACTOR, objection.get());
            }
            if (exemption.state() != State.OPEN || release.state().ended()) {
                return new Refused(Flaw.STATE, "There is nothing to decide any more. Look at the page again.");
            }
            if (comment.length() > DraftCheck.MAX_REASON || (!grant && comment.isBlank())) {
                return new Refused(
                        "comment", "Say why it is refused, in at most " + DraftCheck.MAX_REASON + " characters.");
            }
            rows.decide(number, grant ? State.GRANTED : State.REFUSED, neighbours.actor(), now(), comment.strip());
            var decided = rows.find(number).orElseThrow();
            events.publishEvent(new ExemptionDecided(decided));
            return new Made(decided);
        });
    }

    private Optional<String> objection(Exemption exemption, Release release) {
        var actor = neighbours.actor();
        if (!actor.isPerson() || !neighbours.may(Act.GRANT_EXEMPTION, release.product())) {
            return Optional.of(actor.id() + " may not decide about exemptions of " + release.product()
                    + ". That takes a person with grant-exemption.");
        }
        if (actor.equals(exemption.requestedBy())) {
            return Optional.of("You have asked for this exemption; somebody else has to decide.");
        }
        if (actor.equals(release.requester())) {
            return Optional.of("You have requested " + release.id() + "; somebody else has to decide.");
        }
        return isAuthor(actor, release)
                ? Optional.of("You had a hand in the contents of " + release.id() + "; somebody else has to decide.")
                : Optional.empty();
    }

    private boolean isAuthor(Actor actor, Release release) {
        return neighbours.authors(release.id()).contains(new PersonId(actor.id()));
    }

    private List<Flaw> flaws(
            Release release, EnvironmentKey environment, @Nullable Long entry, String reason, @Nullable Instant until) {
        var flaws = new ArrayList<Flaw>();
        if (release.state().ended()) {
            flaws.add(new Flaw(Flaw.STATE, release.id() + " has ended; there is nothing to be exempted from."));
        }
        if (!neighbours.goes(release.product(), environment)) {
            flaws.add(new Flaw("environment", release.product() + " does not go to " + environment + "."));
        }
        if (entry != null
                && entries.find(entry)
                        .filter(known -> known.isInForce(clock.instant()))
                        .filter(known -> known.scope().covers(release.product(), environment))
                        .isEmpty()) {
            flaws.add(new Flaw("entry", "No window or freeze " + entry + " holds this release there."));
        }
        if (reason.isBlank() || reason.length() > DraftCheck.MAX_REASON) {
            flaws.add(
                    new Flaw("reason", "Say why it cannot wait, in at most " + DraftCheck.MAX_REASON + " characters."));
        }
        if (until == null
                || !until.isAfter(clock.instant())
                || until.isAfter(clock.instant().plus(LONGEST))) {
            flaws.add(new Flaw(
                    "until", "Say until when it is needed: an instant within the next " + LONGEST.toDays() + " days."));
        }
        return flaws;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
