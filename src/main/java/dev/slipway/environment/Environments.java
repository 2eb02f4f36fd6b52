package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.environment.EnvironmentEvent.Occupied;
import dev.slipway.environment.EnvironmentEvent.Vacated;
import dev.slipway.environment.WaiterRows.Waiter;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Knows what is where, and who may change it now; the only way into this module. */
@Service
public class Environments {

    private static final int MAX_HISTORY = 200;

    private final Claimants claimants;
    private final Queueing queueing;
    private final PlaceRows places;
    private final ClaimRows claims;
    private final WaiterRows waiters;
    private final OccupancyRows occupancies;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Environments(
            Claimants claimants,
            Queueing queueing,
            PlaceRows places,
            ClaimRows claims,
            WaiterRows waiters,
            OccupancyRows occupancies,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.claimants = claimants;
        this.queueing = queueing;
        this.places = places;
        this.claims = claims;
        this.waiters = waiters;
        this.occupancies = occupancies;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Claims all of the release's components there, exclusively, or none. Safe to repeat: a release that holds the claim keeps it. */
    public Claiming claim(ReleaseId release, EnvironmentKey environment) {
        return transactions.execute(status -> {
            var claimant = claimants.entitled(release, environment);
            return queueing.claim(claimant, new Place(environment, claimant.product()));
        });
    }

    /**
     * Gives the claim up and tells the first in the queue; one that only waits leaves the queue. Safe to repeat. A release that ends gives up all its claims
     * by itself.
     */
    public void release(ReleaseId release, EnvironmentKey environment) {
        transactions.executeWithoutResult(status -> places.of(release).stream()
                .filter(place -> place.environment().equals(environment))
                .forEach(place -> queueing.leave(release, place)));
    }

    /** Whether the release holds the environment now. */
    public boolean holds(ReleaseId release, EnvironmentKey environment) {
        return claims.holds(release, environment);
    }

    /** Records what a finished move left behind. Safe to repeat. */
    public void occupy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact) {
        transactions.executeWithoutResult(status -> {
            var same = occupancies
                    .find(environment, component)
                    .filter(there -> there.version().equals(version)
                            && there.artifact().equals(artifact)
                            && there.release().equals(release));
            if (same.isEmpty()) {
                var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                occupancies.put(new Occupancy(environment, component, version, artifact, release, now));
                events.publishEvent(new Occupied(release, environment, component, version, artifact));
            }
        });
    }

    /** Records that a move took the component away. Safe to repeat. */
    public void vacate(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        transactions.executeWithoutResult(status -> {
            if (occupancies.remove(environment, component)) {
                events.publishEvent(new Vacated(release, environment, component));
            }
        });
    }

    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        return occupancies.find(environment, component);
    }

    /** What has been there, newest first, beginning with what is there now. */
    public List<Occupancy> history(EnvironmentKey environment, ComponentKey component, int limit) {
        return occupancies.history(environment, component, Math.max(1, Math.min(limit, MAX_HISTORY)));
    }

    /** Everything that is anywhere. */
    public List<Occupancy> matrix() {
        return occupancies.all();
    }

    /** All claims held now, with who waits for them. */
    public List<Claim> claims() {
        var queues = waiters.all().stream()
                .collect(Collectors.groupingBy(
                        Waiter::place, Collectors.mapping(Waiter::release, Collectors.toUnmodifiableList())));
        return claims.all().stream()
                .map(held -> new Claim(
                        held.environment(),
                        held.component(),
                        held.release(),
                        held.since(),
                        queues.getOrDefault(
                                new Place(held.environment(), held.component().product()), List.of())))
                .toList();
    }

    /** All queues in which somebody waits, also where the place is free and kept for the first. */
    public List<Queue> queues() {
        return waiters.all().stream().collect(Collectors.groupingBy(Waiter::place)).entrySet().stream()
                .map(entry -> queue(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Queue queue(Place place, List<Waiter> waiting) {
        var first = waiting.get(0);
        return new Queue(
                place.environment(),
                place.product(),
                first.turnSince() == null ? null : first.release(),
                waiting.stream().map(Waiter::release).toList());
    }
}
