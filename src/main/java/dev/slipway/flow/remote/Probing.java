package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.ProbeAnswer;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.util.List;

/** Says what is true at a target that Slipway cannot see. */
final class Probing implements Craft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Target> adapters;

    Probing(List<Target> adapters) {
        this.adapters = adapters;
    }

    @Override
    public Outcome work(JsonNode order, Progress progress, Parcel parcel) throws IOException {
        var place = Moving.place(order);
        var equipment = JSON.treeToValue(order.path("equipment"), Equipment.class);
        var report = Moving.adapter(adapters, place).probe(place, equipment);
        if (report instanceof Report.Running running) {
            parcel.enclose(ProbeAnswer.written(running));
            return new Outcome.Done();
        }
        return new Outcome.Failed(((Report.Unknown) report).reason());
    }
}
