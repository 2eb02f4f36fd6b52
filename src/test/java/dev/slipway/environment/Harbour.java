package dev.slipway.environment;

import dev.slipway.Database;
import dev.slipway.catalog.ACatalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.environment.spi.Actual;
import dev.slipway.environment.spi.StateProbe;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/** The module on one database; every release is of one product with two components. */
class Harbour {

    static final ProductKey PAYMENTS = new ProductKey("payments");
    static final ComponentKey SERVICE = new ComponentKey(PAYMENTS, "service");
    static final ComponentKey WORKER = new ComponentKey(PAYMENTS, "worker");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    final Environments environments;
    final OccupiedWhereabouts whereabouts;
    final Probing probing;
    final Map<Spot, Supplier<Actual>> truth = new HashMap<>();
    final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-11-23T10:00:00Z"));
    private final Departures departures;
    private final Database database;

    Harbour(Database database) {
        this(database, database.events());
    }

    Harbour(Database database, ApplicationEventPublisher events) {
        var clock = Clock.systemUTC();
        var places = new PlaceRows(database.jdbc(), database.transactions());
        var claims = new ClaimRows(database.jdbc());
        var waiters = new WaiterRows(database.jdbc());
        var occupancies = new OccupancyRows(database.jdbc());
        var queueing = new Queueing(places, claims, waiters, events, clock);
        this.environments = new Environments(
                (release, environment) -> new Claimants.Claimant(release, PAYMENTS, List.of(SERVICE, WORKER)),
                queueing,
                places,
                claims,
                waiters,
                occupancies,
                events,
                database.transactions(),
                clock);
        this.whereabouts = new OccupiedWhereabouts(occupancies, claims, waiters);
        this.departures = new Departures(places, queueing);
        this.database = database;
        StateProbe probe = (environment, component) -> truth.getOrDefault(
                        new Spot(environment, component), () -> new Actual.Unknown("nobody answers"))
                .get();
        var drifts = new DriftRows(database.jdbc());
        this.probing = new Probing(
                () -> List.copyOf(truth.keySet()),
                new StaticListableBeanFactory(Map.of("probe", probe)).getBeanProvider(StateProbe.class),
                new ProbeRows(database.jdbc()),
                drifts,
                new Drifts(drifts, repairs(drifts, events), events),
                places,
                claims,
                occupancies,
                new EnvironmentProperties(Duration.ofMinutes(5), Duration.ofMinutes(2)),
                database.transactions(),
                new Hands(time));
    }

    void end(ReleaseId release) {
        database.transactions()
                .executeWithoutResult(
                        status -> departures.on(new ReleaseEvent.Concluded(release, State.CANCELLED, "")));
    }

    static ReleaseId release(int number) {
        return new ReleaseId("payments-" + number);
    }

    /** No environment is described here: drift is told, and nothing else. */
    private Repairs repairs(DriftRows drifts, ApplicationEventPublisher events) {
        return new Repairs(
                drifts,
                ACatalog.with(database),
                new StaticListableBeanFactory().getBeanProvider(Releases.class),
                product -> true,
                events,
                database.transactions());
    }

    /** Time passes. */
    void pass(Duration duration) {
        time.updateAndGet(now -> now.plus(duration));
    }

    /** A clock whose hands a test moves. */
    private static final class Hands extends Clock {

        private final AtomicReference<Instant> time;

        Hands(AtomicReference<Instant> time) {
            this.time = time;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(time.get());
        }
    }
}
