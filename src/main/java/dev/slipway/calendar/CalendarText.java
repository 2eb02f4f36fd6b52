package dev.slipway.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.calendar.Entry.Kind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A calendar as the fields of its document, and back. */
final class CalendarText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CalendarText() {}

    /**
     * One window or freeze of a document.
     *
     * @param at where it stands, as a JSON pointer
     * @param uid what the catalogue calls it: {@code payments/year-end}
     */
    record Line(String at, String uid, EntryRequest request) {}

    static List<Line> lines(JsonNode fields) {
        var lines = new ArrayList<Line>();
        for (var kind : Kind.values()) {
            var entries = fields.path(list(kind));
            for (var at = 0; at < entries.size(); at++) {
                lines.add(line(fields, kind, (ObjectNode) entries.get(at), "/" + list(kind) + "/" + at));
            }
        }
        return lines;
    }

    private static Line line(JsonNode fields, Kind kind, ObjectNode entry, String at) {
        var request = entry.deepCopy().put("kind", kind.word());
        var key = request.remove("key").asText();
        return new Line(at, fields.path("key").asText() + "/" + key, JSON.convertValue(request, EntryRequest.class));
    }

    /** The fields that the document has which describes these. */
    static Map<String, Object> fields(String document, List<Entry> entries) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", document);
        for (var kind : Kind.values()) {
            var lines = entries.stream()
                    .filter(entry -> entry.kind() == kind)
                    .map(CalendarText::fields)
                    .toList();
            if (!lines.isEmpty()) {
                fields.put(list(kind), lines);
            }
        }
        return fields;
    }

    private static Map<String, Object> fields(Entry entry) {
        var timing = entry.timing();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", entry.uid().substring(entry.uid().indexOf('/') + 1));
        fields.put("title", entry.title());
        put(fields, "reason", entry.reason());
        put(fields, "product", EntryDraft.text(entry.scope().product()));
        put(fields, "environment", EntryDraft.text(entry.scope().environment()));
        fields.put("start", timing.start().toString());
        put(fields, "end", EntryDraft.text(timing.end()));
        fields.put("zone", timing.zone().getId());
        put(fields, "rule", timing.rule());
        if (!timing.except().isEmpty()) {
            fields.put(
                    "except",
                    timing.except().stream()
                            .sorted()
                            .map(LocalDateTime::toString)
                            .toList());
        }
        if (entry.hotfixPasses()) {
            fields.put("hotfixPasses", true);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    private static String list(Kind kind) {
        return kind.word() + "s";
    }
}
