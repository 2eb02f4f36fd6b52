package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.environment.ClaimRows.Held;
import dev.slipway.environment.Claimants.Claimant;
import dev.slipway.environment.EnvironmentEvent.Claimed;
import dev.slipway.environment.EnvironmentEvent.Free;
import dev.slipway.environment.EnvironmentEvent.Released;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Hands places from one release to the next in the order in which they came. A place that is given up is kept free for the first in its queue, who is told;
 * nobody can push in between. Every change happens behind the lock of the place, so that no turn is lost.
 */
@Component
class Queueing {

    private final PlaceRows places;
    private final ClaimRows claims;
    private final WaiterRows waiters;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Queueing(PlaceRows places, ClaimRows claims, WaiterRows waiters, ApplicationEventPublisher events, Clock clock) {
        this.places = places;
        this.claims = claims;
        this.waiters = waiters;
        this.events = events;
        this.clock = clock;
    }

    Claiming claim(Claimant claimant, Place place) {
        places.lock(place);
        var held = claims.at(place);
        var other = held.stream()
                .filter(claim -> !claim.release().equals(claimant.release()))
                .findFirst();
        if (other.isPresent()) {
            enqueue(claimant, place);
            return answer(other.get());
        }
        var first = waiters.first(place);
        var ahead = first.filter(waiter -> !waiter.release().equals(claimant.release()));
        if (held.isEmpty() && ahead.isPresent()) {
            enqueue(claimant, place);
            return new Claiming.Held(
                    place.environment(),
                    claimant.components().get(0),
                    ahead.get().release(),
                    ahead.get().since());
        }
        if (held.isEmpty() && first.isPresent()) {
            waiters.delete(place, claimant.release());
        }
        take(claimant, place, held.stream().map(Held::component).toList());
        return new Claiming.Claimed(claimant.release(), place.environment());
    }

    private void take(Claimant claimant, Place place, List<ComponentKey> already) {
        var missing = claimant.components().stream()
                .filter(component -> !already.contains(component))
                .toList();
        var now = now();
        missing.forEach(component -> claims.insert(place, component, claimant.release(), now));
        if (already.isEmpty()) {
            events.publishEvent(new Claimed(claimant.release(), place.environment()));
        }
    }

    private void enqueue(Claimant claimant, Place place) {
        if (!waiters.waits(place, claimant.release())) {
            waiters.insert(place, claimant.release(), now());
        }
    }

    /** Gives up the claim, and the turn or the place in the queue too. */
    void leave(ReleaseId release, Place place) {
        places.lock(place);
        if (claims.delete(place, release)) {
            events.publishEvent(new Released(release, place.environment()));
        }
        if (waiters.first(place).isPresent()) {
            waiters.delete(place, release);
            giveTurn(place);
        }
    }

    private void giveTurn(Place place) {
        if (claims.at(place).isEmpty()) {
            waiters.first(place).filter(first -> first.turnSince() == null).ifPresent(first -> {
                waiters.giveTurn(first, now());
                events.publishEvent(new Free(first.release(), place.environment()));
            });
        }
    }

    private static Claiming.Held answer(Held held) {
        return new Claiming.Held(held.environment(), held.component(), held.release(), held.since());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
