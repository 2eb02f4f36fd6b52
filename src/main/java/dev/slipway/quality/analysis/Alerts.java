package dev.slipway.quality.analysis;

import dev.slipway.journal.CurrentActor;
import dev.slipway.quality.analysis.Hearing.Outcome;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears alerts, once each, and has those that are about a release which is being watched end that watch. */
@Service
public class Alerts {

    private final AlertRepository rows;
    private final WatchRepository watches;
    private final Neighbours neighbours;
    private final CurrentActor current;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Alerts(
            AlertRepository rows,
            WatchRepository watches,
            Neighbours neighbours,
            CurrentActor current,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.watches = watches;
        this.neighbours = neighbours;
        this.current = current;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Alert> of(ReleaseId release) {
        return rows.of(release);
    }

    /** Two nodes may hear the same at the same moment; one of them hears it as a repetition. */
    Hearing hear(AlertReport.Entry said) {
        try {
            return attempt(said);
        } catch (DuplicateKeyException heardMeanwhile) {
            return attempt(said);
        }
    }

    private Hearing attempt(AlertReport.Entry said) {
        return Objects.requireNonNull(transactions.execute(status -> {
            if (!neighbours.mayReportAlerts(current.now(), said.label("product"))) {
                return new Hearing(
                        said.label("alertname"),
                        Outcome.FORBIDDEN,
                        null,
                        current.now().id() + " may not report alerts about '" + said.label("product")
                                + "'; use a token with the scope report-alerts that reaches the product");
            }
            return rows.find(said.key(), said.since())
                    .map(known -> again(known, said))
                    .orElseGet(() -> first(said));
        }));
    }

    private Hearing again(Alert known, AlertReport.Entry said) {
        if (said.isFiring()) {
            rows.repeated(known, now());
            return new Hearing(known.name(), Outcome.REPEATED, known.release(), known.note());
        }
        var release = known.release();
        if (rows.resolved(known, now()) && release != null) {
            events.publishEvent(new AlertEvent.Resolved(release, known.name(), known.fingerprint()));
        }
        return new Hearing(known.name(), Outcome.RESOLVED, release, "it is over");
    }

    private Hearing first(AlertReport.Entry said) {
        if (!said.isFiring()) {
            return new Hearing(said.label("alertname"), Outcome.RESOLVED, null, "it was over before it was heard of");
        }
        var watched =
                watches.open(said.label("product"), said.label("environment")).findFirst();
        var objection = watched.flatMap(watch -> objection(watch, said));
        var release = watched.filter(watch -> objection.isEmpty())
                .map(WatchRepository.Row::release)
                .orElse(null);
        var note = watched.isEmpty()
                ? "no release of it is being watched there"
                : objection.orElse("it ends the watch of the release");
        var alert = new Alert(
                said.key(),
                said.since(),
                said.label("alertname"),
                said.label("product"),
                said.label("environment"),
                said.label("version"),
                said.summary(),
                release,
                note,
                now(),
                now(),
                null);
        rows.insert(alert);
        if (release == null) {
            return new Hearing(alert.name(), Outcome.NOTED, null, note);
        }
        watched.ifPresent(watch -> watches.alarm(watch.visit(), alert.words()));
        events.publishEvent(new AlertEvent.Fired(
                release, alert.name(), alert.environment(), alert.fingerprint(), alert.startsAt(), alert.words()));
        return new Hearing(alert.name(), Outcome.ACTED_ON, release, note);
    }

    private static Optional<String> objection(WatchRepository.Row watch, AlertReport.Entry said) {
        var version = said.label("version");
        if (!version.isEmpty() && !version.equals(watch.version())) {
            return Optional.of("it is about " + version + ", and " + watch.version() + " is being watched");
        }
        return said.since().isBefore(watch.moved())
                ? Optional.of("it began before " + watch.release() + " came there")
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
