package dev.slipway.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.spi.DocumentKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The published JSON Schema, and what it finds wrong in a document. */
@Component
final class CatalogSchema {

    private final SingletonSupplier<ObjectNode> text;
    private final SingletonSupplier<JsonSchema> schema;

    /** The other kinds are asked when the schema is needed first: they may be kept by modules that need the catalogue themselves. */
    CatalogSchema(OtherKinds others) {
        text = SingletonSupplier.of(() -> text(others));
        schema = SingletonSupplier.of(this::validator);
    }

    private JsonSchema validator() {
        var config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text(), config);
    }

    private static ObjectNode text(OtherKinds others) {
        var text = read("/schema/catalog.schema.json");
        others.all().forEach(kind -> add(kind, text));
        return text;
    }

    private static ObjectNode read(String resource) {
        try (var stream = CatalogSchema.class.getResourceAsStream(resource)) {
            return (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(stream, resource));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void add(DocumentKind kind, ObjectNode text) {
        var definition = "other" + kind.name();
        ((ArrayNode) text.at("/$defs/kind/enum")).add(kind.name());
        ((ObjectNode) text.get("$defs")).set(definition, read(kind.schema()));
        var choice = ((ArrayNode) text.get("allOf")).addObject();
        var condition = choice.putObject("if");
        condition.putObject("properties").putObject("kind").put("const", kind.name());
        condition.putArray("required").add("kind");
        choice.putObject("then").put("$ref", "#/$defs/" + definition);
    }

    JsonNode text() {
        return text.obtain();
    }

    List<Problem> problems(Document document) {
        return schema.obtain().validate(document.fields()).stream()
                .map(message -> problem(document, message))
                .distinct()
                .toList();
    }

    private Problem problem(Document document, ValidationMessage message) {
        var at = message.getInstanceLocation().toString();
        var field = message.getType().equals("additionalProperties")
                ? at + "/" + Document.escape(message.getProperty())
                : at;
        return document.problem(field, where(at) + words(message));
    }

    private String words(ValidationMessage message) {
        var value = message.getInstanceNode();
        var rule = message.getSchemaNode();
        return switch (message.getType()) {
            case "required" -> "lacks the field '" + message.getProperty() + "'";
            case "additionalProperties" ->
                "does not know the field '" + brief(message.getProperty()) + "'; it knows " + known(message);
            case "enum" -> "'" + brief(value.asText()) + "' is not one of " + listed(rule);
            case "type" -> "must be " + asked(rule) + ", but is " + kind(typeOf(value));
            case "pattern" ->
                "'" + brief(value.asText()) + "' does not fit. " + description(message) + " (" + rule.asText() + ")";
            default -> message.getError();
        };
    }

    private String description(ValidationMessage message) {
        return holder(message).path("description").asText();
    }

    private String known(ValidationMessage message) {
        var names = holder(message).path("properties").fieldNames();
        return String.join(", ", (Iterable<String>) () -> names);
    }

    private JsonNode holder(ValidationMessage message) {
        var pointer = message.getSchemaLocation().getFragment().toString();
        return text().at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String listed(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
    }

    private static String brief(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private static String typeOf(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String asked(JsonNode type) {
        return type.isArray() ? "text, a number, true or false" : kind(type.asText());
    }

    private static String kind(String type) {
        return switch (type) {
            case "object" -> "a mapping";
            case "array" -> "a list";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "true or false";
            case "null" -> "empty";
            default -> "text";
        };
    }

    /** Writes {@code /components/0/name} as {@code components[0].name}. */
    private static String where(String pointer) {
        var dotted = pointer.replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replaceFirst("^/", "")
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
        return dotted.isEmpty() ? "" : dotted + ": ";
    }
}
