package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.flow.work.Vitals;
import java.time.Clock;
import java.time.Instant;

/** Watches a component until an instant; an agent that takes over begins to count anew, but not the time. */
final class Watching implements Craft {

    private final Vitals vitals = new Vitals();
    private final Clock clock;

    Watching(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Outcome work(JsonNode order, Progress progress, Parcel parcel) throws InterruptedException {
        var component = order.path("component").asText();
        var until = Instant.parse(order.path("until").asText());
        var failures = 0;
        do {
            var illness = vitals.illness(component, order.path("url").asText());
            if (illness.isPresent()) {
                failures++;
                progress.log(illness.get() + "\n");
            }
            if (failures > order.path("tolerated").asLong()) {
                return new Outcome.Failed(
                        component + " did not answer /health well " + failures + " times while it was watched");
            }
            Thread.sleep(order.path("pauseMillis").asLong());
        } while (clock.instant().isBefore(until));
        progress.log("watched to the end; " + failures + " questions went wrong\n");
        return new Outcome.Done();
    }
}
