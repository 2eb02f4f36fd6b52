package dev.slipway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.Described;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * One document of a YAML file.
 *
 * @param lines where each field stands, by JSON pointer
 */
record Document(String file, ObjectNode fields, Map<String, Integer> lines) implements Described {

    String text(String field) {
        return text(field, "");
    }

    String text(String field, String otherwise) {
        return fields.path(field).asText(otherwise);
    }

    List<JsonNode> list(String field) {
        return StreamSupport.stream(fields.path(field).spliterator(), false).toList();
    }

    /** The line of the field, or of what holds it where the field is not there. */
    int line(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 1);
    }

    @Override
    public Problem problem(String pointer, String reason) {
        return new Problem(file, line(pointer), reason);
    }

    String place(String pointer) {
        return file + ":" + line(pointer);
    }

    static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
