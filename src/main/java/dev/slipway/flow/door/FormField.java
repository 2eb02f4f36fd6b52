package dev.slipway.flow.door;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** One field of a Camunda Form, and what may be written into it. What Tasklist checks in the browser is checked here again. */
record FormField(String key, JsonNode json) {

    private static final Set<String> INPUTS =
            Set.of("textfield", "textarea", "number", "checkbox", "radio", "select", "datetime");
    private static final int LONGEST = 4000;

    /** Whether a person may write it; anything else the form only shows. */
    boolean writable() {
        return INPUTS.contains(json.path("type").asText()) && !stated("readonly") && !stated("disabled");
    }

    private boolean stated(String property) {
        var value = json.path(property);
        return value.isTextual() || value.asBoolean();
    }

    /** What is wrong with this value, in words that do not repeat it; empty where nothing is. */
    Optional<String> objection(@Nullable Object value) {
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!kind().isInstance(value)) {
            return says("has to be " + kind().inWords + ".");
        }
        if (value instanceof String text) {
            return textual(text);
        }
        return value instanceof Number number ? numeric(number.doubleValue()) : Optional.empty();
    }

    private Optional<String> textual(String text) {
        if (json.has("values")) {
            var offered = StreamSupport.stream(json.get("values").spliterator(), false)
                    .map(option -> option.path("value").asText())
                    .toList();
            return offered.contains(text) ? Optional.empty() : says("has to be one of " + offered + ".");
        }
        if (text.indexOf('\0') >= 0) {
            return says("holds a NUL character, which is not kept.");
        }
        if (text.length() > rule("maxLength").asInt(LONGEST)) {
            return says("is longer than " + rule("maxLength").asInt(LONGEST) + " characters.");
        }
        if (text.length() < rule("minLength").asInt(0)) {
            return says("is shorter than " + rule("minLength").asInt() + " characters.");
        }
        var pattern = rule("pattern").asText("");
        return pattern.isEmpty() || Pattern.matches(pattern, text)
                ? Optional.empty()
                : says("is not of the form asked.");
    }

    private Optional<String> numeric(double number) {
        if (number < rule("min").asDouble(-Double.MAX_VALUE)
                || number > rule("max").asDouble(Double.MAX_VALUE)) {
            return says("is out of range.");
        }
        return Optional.empty();
    }

    /** Whether the form insists on an answer that is not there. A checkbox that has to be ticked is not answered by leaving it. */
    boolean missing(@Nullable Object value) {
        return writable()
                && rule("required").asBoolean()
                && (isAbsent(value) || Boolean.FALSE.equals(value) || value instanceof String text && text.isBlank());
    }

    String missingInWords() {
        return "'" + json.path("label").asText(key) + "' has to be filled in.";
    }

    /** The FEEL expression that hides the field; empty where it is always there. */
    Optional<String> hiddenIf() {
        return Optional.of(json.at("/conditional/hide").asText(""))
                .map(hide -> hide.startsWith("=") ? hide.substring(1) : hide)
                .filter(hide -> !hide.isBlank());
    }

    private static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("");
    }

    private Kind kind() {
        return switch (json.path("type").asText()) {
            case "checkbox" -> Kind.YES_OR_NO;
            case "number" -> json.path("serializeToString").asBoolean() ? Kind.TEXT : Kind.NUMBER;
            default -> Kind.TEXT;
        };
    }

    private JsonNode rule(String name) {
        return json.path("validate").path(name);
    }

    private Optional<String> says(String flaw) {
        return Optional.of("'" + key + "' " + flaw);
    }

    private enum Kind {
        TEXT("a text", List.of(String.class)),
        NUMBER("a number", List.of(Integer.class, Long.class, Short.class, Double.class)),
        YES_OR_NO("true or false", List.of(Boolean.class));

        private final String inWords;
        private final List<Class<?>> types;

        Kind(String inWords, List<Class<?>> types) {
            this.inWords = inWords;
            this.types = types;
        }

        private boolean isInstance(@Nullable Object value) {
            return value != null && types.contains(value.getClass());
        }
    }
}
