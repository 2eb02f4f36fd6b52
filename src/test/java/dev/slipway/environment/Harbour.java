package dev.slipway.environment;

import dev.slipway.Database;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Clock;
import java.util.List;
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
    }

    void end(ReleaseId release) {
        database.transactions()
                .executeWithoutResult(
                        status -> departures.on(new ReleaseEvent.Concluded(release, State.CANCELLED, "")));
    }

    static ReleaseId release(int number) {
        return new ReleaseId("payments-" + number);
    }
}
