package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.flow.work.Vitals;
import java.io.IOException;

/** Looks whether a component answers, and is the right version. */
final class SmokeChecking implements Craft {

    private final Vitals vitals = new Vitals();
    private final Asking asking;

    SmokeChecking(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Outcome work(JsonNode order, Progress progress, Parcel parcel) throws IOException, InterruptedException {
        var component = order.path("component").asText();
        var address = asking.address(order);
        if (address.isEmpty()) {
            progress.log(component + " answers nowhere apart; there is nothing to ask\n");
            return new Outcome.Done();
        }
        var url = address.get();
        var version = order.path("version").asText();
        for (var attempt = 1; ; attempt++) {
            var illness = vitals.fault(component, url, order.path("path").asText());
            var finding = illness.isPresent() ? illness : vitals.otherVersion(component, url, version);
            if (finding.isEmpty()) {
                progress.log(component + " answers as " + version + "\n");
                return new Outcome.Done();
            }
            if (attempt >= order.path("tries").asInt(1)) {
                progress.log(finding.get() + "\n");
                return new Outcome.Failed(finding.get());
            }
            Thread.sleep(order.path("pauseMillis").asLong());
        }
    }
}
