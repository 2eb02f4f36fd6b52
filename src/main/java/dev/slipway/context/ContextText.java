package dev.slipway.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A context as the fields of its document, and back. */
final class ContextText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TIMEOUT = "5m";

    private ContextText() {}

    static Context read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static Context read(JsonNode fields) {
        return new Context(
                fields.path("key").asText(),
                fields.path("description").asText(),
                fields.path("priority").asInt(0),
                each(fields.path("attach")).map(ContextText::attachment).toList(),
                Collections.unmodifiableSortedMap(texts(fields.path("variables"))),
                each(fields.path("secrets")).map(JsonNode::asText).toList(),
                each(fields.path("files")).map(ContextText::file).toList(),
                each(fields.path("hooks")).map(ContextText::hook).toList());
    }

    private static Attachment attachment(JsonNode fields) {
        return new Attachment(
                fields.path("product").asText(),
                texts(fields.path("productLabels")),
                fields.path("component").asText(),
                fields.path("environment").asText(),
                texts(fields.path("environmentLabels")));
    }

    private static ContextFile file(JsonNode fields) {
        return new ContextFile(
                fields.path("path").asText(),
                fields.path("content").asText(),
                fields.path("secret").asText(),
                fields.path("executable").asBoolean(false));
    }

    private static Hook hook(JsonNode fields) {
        var steps = EnumSet.noneOf(Hook.Step.class);
        each(fields.path("steps"))
                .forEach(step -> steps.add(Hook.Step.valueOf(step.asText().toUpperCase(Locale.ROOT))));
        return new Hook(
                fields.path("name").asText(),
                Hook.When.valueOf(fields.path("when").asText().toUpperCase(Locale.ROOT)),
                Collections.unmodifiableSet(steps.isEmpty() ? EnumSet.of(Hook.Step.DEPLOY) : steps),
                each(fields.path("command")).map(JsonNode::asText).toList(),
                fields.path("directory").asText(),
                Duration.parse("PT" + fields.path("timeout").asText(TIMEOUT).toUpperCase(Locale.ROOT)));
    }

    static String write(Context context) {
        try {
            return JSON.writeValueAsString(fields(context));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The fields that a document has; what is empty is left out. */
    static Map<String, Object> fields(Context context) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", context.key());
        put(fields, "description", context.description());
        if (context.priority() != 0) {
            fields.put("priority", context.priority());
        }
        fields.put(
                "attach",
                context.attachments().stream().map(ContextText::fields).toList());
        put(fields, "variables", context.variables());
        put(fields, "secrets", context.secrets());
        put(fields, "files", context.files().stream().map(ContextText::fields).toList());
        put(fields, "hooks", context.hooks().stream().map(ContextText::fields).toList());
        return fields;
    }

    private static Map<String, Object> fields(Attachment attachment) {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "product", attachment.product());
        put(fields, "productLabels", attachment.productLabels());
        put(fields, "component", attachment.component());
        put(fields, "environment", attachment.environment());
        put(fields, "environmentLabels", attachment.environmentLabels());
        if (fields.isEmpty()) {
            fields.put("everywhere", true);
        }
        return fields;
    }

    private static Map<String, Object> fields(ContextFile file) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("path", file.path());
        if (file.secret().isEmpty()) {
            fields.put("content", file.content());
        } else {
            fields.put("secret", file.secret());
        }
        if (file.executable()) {
            fields.put("executable", true);
        }
        return fields;
    }

    private static Map<String, Object> fields(Hook hook) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", hook.name());
        fields.put("when", hook.when().name().toLowerCase(Locale.ROOT));
        fields.put(
                "steps",
                hook.steps().stream()
                        .sorted()
                        .map(step -> step.name().toLowerCase(Locale.ROOT))
                        .toList());
        fields.put("command", hook.command());
        put(fields, "directory", hook.directory());
        fields.put("timeout", hook.timeout().toSeconds() + "s");
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        if (!value.equals("") && !value.equals(List.of()) && !value.equals(Map.of())) {
            fields.put(name, value);
        }
    }

    private static TreeMap<String, String> texts(JsonNode fields) {
        var texts = new TreeMap<String, String>();
        fields.properties().forEach(entry -> texts.put(entry.getKey(), plain(entry.getValue())));
        return texts;
    }

    private static String plain(JsonNode value) {
        return value.isBigDecimal() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
