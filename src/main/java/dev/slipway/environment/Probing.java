package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.ProbeRows.Found;
import dev.slipway.environment.spi.Actual;
import dev.slipway.environment.spi.StateProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds what is planned against what is true. Each target is asked by one node at a time: whoever takes it in the database; one that dies while it asks is
 * replaced when its patience has run out. A place that a release holds is left alone, and what was asked before it came is thrown away.
 */
@Service
public class Probing {

    private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
    private static final Duration LATER = Duration.ofMinutes(1);

    /** Whoever asks now waits so often for an answer from far away. */
    private static final int LOOKS = 50;

    private static final long PAUSE = 200;
    private static final int LONGEST = 1900;

    private final Targets targets;
    private final ObjectProvider<StateProbe> probes;
    private final ProbeRows rows;
    private final DriftRows driftRows;
    private final Drifts drifts;
    private final PlaceRows places;
    private final ClaimRows claims;
    private final OccupancyRows occupancies;
    private final EnvironmentProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Probing(
            Targets targets,
            ObjectProvider<StateProbe> probes,
            ProbeRows rows,
            DriftRows driftRows,
            Drifts drifts,
            PlaceRows places,
            ClaimRows claims,
            OccupancyRows occupancies,
            EnvironmentProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.targets = targets;
        this.probes = probes;
        this.rows = rows;
        this.driftRows = driftRows;
        this.drifts = drifts;
        this.places = places;
        this.claims = claims;
        this.occupancies = occupancies;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks every target that is due and that nobody else asks now; returns how many that were. */
    int round() {
        enrol();
        var asked = 0;
        var due = rows.due(clock.instant());
        while (!due.isEmpty()) {
            for (var spot : due) {
                asked += ask(spot, true) == Asking.SEEN ? 1 : 0;
            }
            due = asked == 0 ? List.of() : rows.due(clock.instant());
        }
        return asked;
    }

    private void enrol() {
        var known = new HashSet<>(rows.spots());
        var described = new HashSet<>(targets.all());
        var now = clock.instant();
        described.stream().filter(spot -> !known.contains(spot)).forEach(spot -> enrol(spot, now));
        known.stream().filter(spot -> !described.contains(spot)).forEach(rows::forget);
    }

    private void enrol(Spot spot, Instant now) {
        try {
            rows.enrol(spot, now);
        } catch (DuplicateKeyException another) {
            LOG.debug("{} was enrolled by another node", spot);
        }
    }

    /**
     * Asks one target now. Empty where there is none, where somebody else is asking it, or where a release moves there: {@link #observation} tells what is
     * known.
     */
    public Optional<Observation> ask(EnvironmentKey environment, ComponentKey component) {
        var spot = new Spot(environment, component);
        enrol();
        for (var look = 1; ; look++) {
            var asking = ask(spot, false);
            if (asking != Asking.ASKED || look == LOOKS) {
                return asking == Asking.SEEN ? observation(environment, component) : Optional.empty();
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a target was asked", hurry);
        }
    }

    public Optional<Observation> observation(EnvironmentKey environment, ComponentKey component) {
        return rows.find(new Spot(environment, component)).map(Found::observation);
    }

    /** All that is known. */
    public List<Observation> observations() {
        return rows.all().stream().map(Found::observation).toList();
    }

    /** All drift that lasts. */
    public List<Drift> drifts() {
        return driftRows.open();
    }

    /** All drift there was, newest first, before the given number. */
    public List<Drift> drifts(long before, int most) {
        return driftRows.before(before, most);
    }

    private Asking ask(Spot spot, boolean due) {
        var asker = UUID.randomUUID().toString();
        var now = clock.instant();
        if (!rows.take(spot, asker, now, now.plus(properties.probePatience()), due)) {
            return Asking.NOT_NOW;
        }
        if (isHeld(spot)) {
            rows.postpone(spot, asker, now.plus(LATER));
            return Asking.NOT_NOW;
        }
        var planned = occupancies.find(spot.environment(), spot.component());
        var actual = actual(spot);
        if (actual instanceof Actual.Asked) {
            rows.postpone(spot, asker, now.plus(properties.probeLook()));
            return Asking.ASKED;
        }
        return Objects.requireNonNull(transactions.execute(status -> record(spot, asker, planned, actual, now)));
    }

    private Actual actual(Spot spot) {
        try {
            return probes.getObject().probe(spot.environment(), spot.component());
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be asked", spot, failure);
            return new Actual.Unknown("it could not be asked: " + failure.getMessage());
        }
    }

    /** Behind the lock of the place: no release can come in between. */
    private Asking record(Spot spot, String asker, Optional<Occupancy> planned, Actual actual, Instant began) {
        places.lock(spot.place());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (isHeld(spot) || !planned.equals(occupancies.find(spot.environment(), spot.component()))) {
            rows.postpone(spot, asker, now.plus(LATER));
            return Asking.NOT_NOW;
        }
        var before = rows.find(spot);
        if (before.isEmpty()) {
            return Asking.NOT_NOW;
        }
        var seen = observed(spot, before.get().observation(), planned, actual, now);
        var calm = seen.finding() == Finding.AGREES ? before.get().calm() + 1 : 0;
        if (!rows.record(new Found(seen, calm), asker, began.plus(properties.probePause()))) {
            return Asking.NOT_NOW;
        }
        drifts.follow(spot, planned, seen, calm, now);
        return Asking.SEEN;
    }

    private static Observation observed(
            Spot spot, Observation before, Optional<Occupancy> planned, Actual actual, Instant now) {
        var version = planned.map(Occupancy::version).orElse("");
        var finding = finding(version, actual);
        var running = actual instanceof Actual.Running known ? Optional.of(known) : Optional.<Actual.Running>empty();
        var versions = running.map(known -> known.versions().stream()
                        .map(one -> one.replace('\n', ' '))
                        .sorted()
                        .toList())
                .orElse(before.versions());
        var reason = actual instanceof Actual.Unknown unknown ? brief(unknown.reason()) : "";
        var configuration = running.map(Actual.Running::otherConfiguration).orElse(before.configuration());
        var same = finding == before.finding()
                && versions.equals(before.versions())
                && configuration.equals(before.configuration());
        return new Observation(
                spot.environment(),
                spot.component(),
                finding,
                same && before.since() != null ? before.since() : now,
                versions,
                running.map(Actual.Running::share).orElse(before.share()),
                configuration,
                version,
                reason,
                now);
    }

    private static Finding finding(String planned, Actual actual) {
        if (!(actual instanceof Actual.Running running)) {
            return Finding.UNKNOWN;
        }
        if (planned.isEmpty()) {
            return running.versions().isEmpty() ? Finding.AGREES : Finding.UNPLANNED;
        }
        return running.versions().equals(Set.of(planned))
                        && running.otherConfiguration().isEmpty()
                ? Finding.AGREES
                : Finding.DRIFTED;
    }

    private boolean isHeld(Spot spot) {
        return claims.at(spot.place()).stream()
                .anyMatch(held -> held.component().equals(spot.component()));
    }

    private static String brief(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** How asking a target went. */
    private enum Asking {
        /** What it says is recorded. */
        SEEN,
        /** Its answer is on its way. */
        ASKED,
        /** It is another's turn, or nobody's. */
        NOT_NOW
    }
}
