package dev.slipway.flow.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The fields of a Camunda Form, as far as they say what a person may write. */
final class FormFields {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4000;

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();

    private FormFields(JsonNode form) {
        collect(form);
    }

    static FormFields in(InputStream form) {
        try (form) {
            return new FormFields(JSON.readTree(form));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void collect(JsonNode parent) {
        for (var component : parent.path("components")) {
            if (component.hasNonNull("key")) {
                fields.put(component.get("key").asText(), component);
            }
            collect(component);
        }
    }

    /** Whether the form shows it without letting anybody write it. */
    boolean shows(String name) {
        var field = fields.get(name);
        return field != null && !writable(field);
    }

    /** What is wrong with writing this value; empty where nothing is. */
    Optional<String> objection(String name, @Nullable Object value) {
        var field = fields.get(name);
        if (field == null || !writable(field)) {
            return Optional.of("'" + name + "' is not a field of this task's form and cannot be written by a person.");
        }
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        if (!kind(field).isInstance(value)) {
            return Optional.of(
                    "'" + name + "' has to be a " + kind(field).getSimpleName().toLowerCase(Locale.ROOT) + ".");
        }
        if (value instanceof String text && text.length() > longest(field)) {
            return Optional.of("'" + name + "' is longer than " + longest(field) + " characters.");
        }
        if (field.has("values") && offers(field).noneMatch(value::equals)) {
            return Optional.of("'" + value + "' is not one of the choices of '" + name + "'.");
        }
        return Optional.empty();
    }

    /** The first required field that was not filled in, in words. */
    Optional<String> missing(Map<String, Object> accepted) {
        return fields.entrySet().stream()
                .filter(field -> writable(field.getValue())
                        && field.getValue().at("/validate/required").asBoolean()
                        && !field.getValue().has("conditional")
                        && String.valueOf(accepted.getOrDefault(field.getKey(), ""))
                                .isBlank())
                .findFirst()
                .map(field -> "'" + field.getValue().path("label").asText(field.getKey()) + "' has to be filled in.");
    }

    private static boolean writable(JsonNode field) {
        return !field.path("readonly").asBoolean() && !field.path("disabled").asBoolean();
    }

    private static Class<?> kind(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> Boolean.class;
            case "number" -> Number.class;
            default -> String.class;
        };
    }

    private static int longest(JsonNode field) {
        return field.at("/validate/maxLength").asInt(LONGEST);
    }

    private static Stream<String> offers(JsonNode field) {
        return StreamSupport.stream(field.get("values").spliterator(), false)
                .map(option -> option.path("value").asText());
    }
}
