package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Knows where a component has to be asked. */
record Asking(List<Target> adapters) {

    /** Empty where the version answers nowhere apart although it is to be asked there. */
    Optional<String> address(JsonNode order) throws IOException {
        var place = Moving.place(order);
        return order.path("apart").asBoolean()
                ? Moving.adapter(adapters, place)
                        .apart(place, order.path("version").asText())
                : Optional.of(place.url());
    }
}
