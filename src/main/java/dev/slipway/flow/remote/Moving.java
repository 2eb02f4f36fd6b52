package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/** Moves components with the same adapters as Slipway: takes over what an earlier attempt left, asks what is true, moves what is left to move. */
final class Moving implements Craft {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Target> adapters;

    Moving(List<Target> adapters) {
        this.adapters = adapters;
    }

    @Override
    public Outcome work(JsonNode order, Progress progress, Parcel parcel) throws IOException, InterruptedException {
        var place = place(order);
        var adapter = adapter(adapters, place);
        var visit = order.path("visit").asText();
        var equipment = JSON.treeToValue(order.path("equipment"), Equipment.class);
        var earlier = adapter.resume(place, visit, progress);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!order.path("fresh").asBoolean() && isTrue(adapter.probe(place, equipment), order)) {
            progress.log("An earlier attempt has done it already: the target reports what is wanted.\n");
            return new Outcome.Done();
        }
        var version = order.path("version").asText();
        return switch (order.path("operation").asText()) {
            case "remove" -> adapter.remove(new Remove(place, visit, version, equipment), progress);
            case "shift" ->
                adapter.shift(
                        new Shift(
                                place,
                                visit,
                                version,
                                digest(order),
                                order.path("share").asInt(),
                                equipment),
                        progress);
            default -> adapter.install(install(order, place, visit, equipment, parcel), progress);
        };
    }

    static Target adapter(List<Target> adapters, TargetDescription place) throws IOException {
        return adapters.stream()
                .filter(each -> each.adapter().equals(place.adapter()))
                .findFirst()
                .orElseThrow(() -> new IOException("this agent has no adapter called " + place.adapter()));
    }

    private static Install install(
            JsonNode order, TargetDescription place, String visit, Equipment equipment, Parcel parcel)
            throws IOException, InterruptedException {
        var digest = digest(order);
        return new Install(
                place,
                visit,
                order.path("version").asText(),
                parcel.unpack(digest.hex()),
                digest,
                order.path("share").asInt(),
                order.path("unavailable").asInt(),
                order.path("beside").asBoolean(),
                equipment);
    }

    private static Digest digest(JsonNode order) {
        return new Digest(order.path("digest").asText());
    }

    private static boolean isTrue(Report report, JsonNode order) {
        return report instanceof Report.Running running
                && Move.Kind.valueOf(order.path("kind").asText())
                        .isDone(
                                running,
                                order.path("version").asText(),
                                order.path("share").asInt());
    }

    static TargetDescription place(JsonNode order) {
        var settings = new LinkedHashMap<String, String>();
        order.path("settings")
                .properties()
                .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
        return new TargetDescription(
                new EnvironmentKey(order.path("environment").asText()),
                ComponentKey.parse(order.path("component").asText()),
                order.path("adapter").asText(),
                settings,
                order.path("url").asText());
    }
}
