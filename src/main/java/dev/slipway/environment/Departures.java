package dev.slipway.environment;

import dev.slipway.release.ReleaseEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A release that ends, whichever way, gives up what it holds and what it waits for, in the transaction of its end. */
@Component
class Departures {

    private final PlaceRows places;
    private final Queueing queueing;

    Departures(PlaceRows places, Queueing queueing) {
        this.places = places;
        this.queueing = queueing;
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        places.of(concluded.release()).forEach(place -> queueing.leave(concluded.release(), place));
    }
}
