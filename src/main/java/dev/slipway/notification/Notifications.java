package dev.slipway.notification;

import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.policy.Route;
import dev.slipway.policy.Routed;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Notes whom the policy wants told, in the transaction in which it says so, and whether they were; the only way into this module. Whoever cannot be told is
 * noted as well, with the reason.
 */
@Service
public class Notifications {

    static final String MAIL = "mail";
    static final String NO_SERVER = "No mail server is configured (spring.mail.host).";

    private final NoticeRows rows;
    private final Recipients recipients;
    private final Neighbours neighbours;
    private final Postman postman;
    private final Rounds rounds;
    private final Clock clock;

    Notifications(
            NoticeRows rows,
            Recipients recipients,
            Neighbours neighbours,
            Postman postman,
            Rounds rounds,
            Clock clock) {
        this.rows = rows;
        this.recipients = recipients;
        this.neighbours = neighbours;
        this.postman = postman;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Whether mails can be sent at all. */
    public boolean canMail() {
        return postman.hasServer();
    }

    /** Newest first, before the given one; of all releases where none is given. */
    public List<Notice> page(@Nullable ReleaseId release, long before, int limit) {
        return rows.page(release, before, limit);
    }

    @EventListener
    void on(Routed routed) {
        var release = neighbours.release(new ReleaseId(routed.release()));
        if (release.isEmpty()) {
            return;
        }
        var told = new HashSet<PersonId>();
        routed.routes().forEach(route -> note(release.get(), routed.event(), route, told));
        if (!told.isEmpty()) {
            rounds.afterCommit();
        }
    }

    /** Whoever is meant twice is told once. */
    private void note(Release release, String event, Route route, Set<PersonId> told) {
        if (!route.means().equals(MAIL)) {
            skip(
                    release,
                    event,
                    route,
                    null,
                    "Slipway cannot tell anybody by " + route.means() + "; route it by mail.");
        } else if (!canMail()) {
            skip(release, event, route, null, NO_SERVER);
        } else {
            var people = recipients.of(route.who(), release);
            if (people.isEmpty()) {
                skip(release, event, route, null, "There is nobody who is " + route.who() + ".");
            }
            people.stream().filter(told::add).forEach(person -> note(release, event, route, person));
        }
    }

    private void note(Release release, String event, Route route, PersonId person) {
        if (neighbours.person(person).map(Person::email).orElse("").isBlank()) {
            skip(release, event, route, person, person + " has no mail address.");
        } else {
            insert(release, event, route, person, Notice.State.QUEUED, "");
        }
    }

    private void skip(Release release, String event, Route route, @Nullable PersonId person, String reason) {
        insert(release, event, route, person, Notice.State.SKIPPED, reason);
    }

    private void insert(
            Release release, String event, Route route, @Nullable PersonId person, Notice.State state, String remark) {
        rows.insert(
                release.id(),
                event,
                route.who(),
                route.means(),
                person,
                state,
                remark,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
