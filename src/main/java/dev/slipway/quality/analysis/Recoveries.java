package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures from kept instants how fast bad releases are put right: seen, acted on, former version back. */
@Service
public class Recoveries {

    private static final int LONGEST_CAUSE = 2000;
    private static final String THE_FLOW = "the flow";

    private final RecoveryRepository rows;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recoveries(RecoveryRepository rows, Neighbours neighbours, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.events = events;
        this.clock = clock;
    }

    /** A failure showed now, or when a component stopped to answer. While one is open in the environment, another is the same. */
    @Transactional
    public void seen(ReleaseId release, EnvironmentKey environment, String cause) {
        seen(release, environment, cause, rows.downSince(release, environment).orElseGet(this::now));
    }

    /** A failure is found out that showed before. */
    @Transactional
    public void seen(ReleaseId release, EnvironmentKey environment, String cause, Instant since) {
        if (rows.see(release, environment, bounded(cause), since)) {
            events.publishEvent(new RecoveryEvent.Seen(release, environment.value(), bounded(cause), since));
        }
    }

    /** A person, or the flow, began to do something about what is wrong with the release. */
    @Transactional
    public void acted(ReleaseId release, Actor by) {
        for (var open : rows.unacknowledged(release)) {
            var at = now();
            rows.act(open.id(), at, by.equals(Actor.SYSTEM) ? THE_FLOW : by.id());
            events.publishEvent(new RecoveryEvent.ActedOn(
                    release,
                    open.failure().environment().value(),
                    by,
                    Duration.between(open.failure().seen(), at)));
        }
    }

    /** The former version is back, and serves. */
    @Transactional
    public void recovered(ReleaseId release, EnvironmentKey environment) {
        var at = now();
        rows.upAgain(release, environment, "", at);
        for (var open : rows.open(release, environment)) {
            rows.recover(open.id(), at);
            var took = Duration.between(open.failure().seen(), at);
            var accepted = neighbours.acceptance(release).recovery();
            events.publishEvent(new RecoveryEvent.Recovered(
                    release,
                    environment.value(),
                    took,
                    accepted == null ? "" : took.compareTo(accepted) <= 0 ? "kept" : "missed"));
        }
    }

    /** A component does not answer, or answers again. */
    @Transactional
    public void answers(ReleaseId release, EnvironmentKey environment, String component, boolean well) {
        if (well) {
            rows.upAgain(release, environment, component, now());
        } else {
            rows.down(release, environment, component, now());
        }
    }

    public Recovery of(ReleaseId release) {
        return new Recovery(rows.of(release), rows.downtime(release, now()), neighbours.acceptance(release));
    }

    private static String bounded(String cause) {
        return cause.length() > LONGEST_CAUSE ? cause.substring(0, LONGEST_CAUSE - 1) + "…" : cause;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
