package dev.slipway.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A product's criteria as the fields of their document, and back. */
final class AcceptanceFields {

    private static final Set<String> OF_EVERY_DOCUMENT = Set.of("apiVersion", "kind", "key");

    private AcceptanceFields() {}

    /** What the document says; what cannot be read is added to the flaws. */
    static Acceptance read(JsonNode document, List<Flaw> flaws) {
        var fields = ((ObjectNode) document.deepCopy()).remove(OF_EVERY_DOCUMENT);
        return AcceptanceText.read(fields, flaws);
    }

    /** The fields that a document has; what is left to its default is left out. */
    static Map<String, Object> of(String product, Acceptance acceptance) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", product);
        fields.put(
                "criteria",
                acceptance.criteria().stream().map(AcceptanceFields::of).toList());
        put(fields, "interval", text(acceptance.interval()));
        put(fields, "acknowledge", text(acceptance.acknowledge()));
        put(fields, "recovery", text(acceptance.recovery()));
        put(fields, "downtime", text(acceptance.downtime()));
        return fields;
    }

    private static Map<String, Object> of(AcceptanceCriterion criterion) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", criterion.name());
        fields.put("query", criterion.query());
        put(fields, "total", criterion.total());
        put(fields, "baseline", criterion.baseline());
        put(fields, "baselineTotal", criterion.baselineTotal());
        put(fields, "comparison", criterion.comparison());
        put(fields, "threshold", criterion.threshold());
        if (criterion.failures() > 0) {
            fields.put("failures", criterion.failures());
        }
        if (criterion.direction() != AcceptanceCriterion.Direction.INCREASE) {
            fields.put("direction", criterion.direction().name().toLowerCase(Locale.ROOT));
        }
        put(fields, "tolerance", criterion.tolerance());
        put(fields, "samples", criterion.samples());
        put(fields, "during", text(criterion.during()));
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            fields.put(name, value);
        }
    }

    /** Hours and minutes where they are whole, so that the number keeps within five digits as it came. */
    private static @Nullable String text(@Nullable Duration duration) {
        if (duration == null) {
            return null;
        }
        var seconds = duration.toSeconds();
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
