package dev.slipway.catalog.spi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.catalog.Applying.Problem;

/** One document of a YAML file. */
public interface Described {

    JsonNode fields();

    /** What its kind knows it by. */
    default String key() {
        return fields().path("key").asText();
    }

    /** Something that is wrong with the field at a JSON pointer: it is told with file and line. */
    Problem problem(String pointer, String reason);
}
