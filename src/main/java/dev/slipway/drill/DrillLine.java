package dev.slipway.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.release.Flaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One plan of a document.
 *
 * @param at where it stands, as a JSON pointer
 */
record DrillLine(String at, JsonNode fields) {

    String place() {
        return text("product") + " in " + text("environment");
    }

    /** What is to be planned; where something cannot be read, flaws are added and the answer says nothing. */
    DrillOrder order(List<Flaw> flaws) {
        var every = fields.path("every");
        var threshold = text("threshold").toUpperCase(Locale.ROOT);
        return new DrillPlanRequest(
                        every.isInt() || every.isLong() ? every.asInt() : null,
                        text("rule"),
                        text("start"),
                        threshold.isEmpty() ? "" : "PT" + threshold)
                .order(text("product"), text("environment"), flaws);
    }

    private String text(String field) {
        return fields.path(field).asText();
    }

    /** The fields that the document has which describes the plan. */
    static Map<String, Object> fields(DrillPlan plan) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("product", plan.product().value());
        fields.put("environment", plan.environment().value());
        fields.put("rule", plan.series().rule());
        fields.put("start", plan.series().start().toString());
        fields.put("threshold", plan.threshold().toSeconds() + "s");
        return fields;
    }
}
