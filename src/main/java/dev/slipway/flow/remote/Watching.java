package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.flow.work.Vitals;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;

/** Watches a component until an instant; an agent that takes over begins to count anew, but not the time. */
final class Watching implements Craft {

    private final Vitals vitals = new Vitals();
    private final Asking asking;
    private final Clock clock;

    Watching(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    @Override
    public Outcome work(JsonNode order, Progress progress, Parcel parcel) throws IOException, InterruptedException {
        var component = order.path("component").asText();
        var until = Instant.parse(order.path("until").asText());
        var path = order.path("path").asText();
        var url = asking.address(order).orElse(order.path("url").asText());
        var failures = 0;
        do {
            var illness = vitals.fault(component, url, path);
            if (illness.isPresent()) {
                failures++;
                progress.log(illness.get() + "\n");
            }
            if (failures > order.path("tolerated").asLong()) {
                return new Outcome.Failed(
                        component + " did not answer " + path + " well " + failures + " times while it was watched");
            }
            Thread.sleep(order.path("pauseMillis").asLong());
        } while (clock.instant().isBefore(until));
        progress.log("watched to the end; " + failures + " questions went wrong\n");
        return new Outcome.Done();
    }
}
