package dev.slipway.release;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a request's JSON to the end and names every field that is unknown or not what it should be, not only the first. */
final class StrictJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(String.class, new PlainText()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static <T> Read<T> read(@Nullable String body, Class<T> type) {
        if (body == null || body.isBlank()) {
            return new Read<>(null, List.of(new Flaw("", "The request has no body. Send a JSON object.")));
        }
        var flaws = new Flaws();
        try {
            T value = MAPPER.readerFor(type).withHandler(flaws).readValue(body);
            return new Read<>(value, flaws.found);
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            var where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new Read<>(
                    null, List.of(new Flaw(where, "This is no JSON from here on: " + malformed.getOriginalMessage())));
        }
    }

    /** @param value null where the text is no JSON object at all */
    record Read<T>(@Nullable T value, List<Flaw> flaws) {}

    private static final class Flaws extends DeserializationProblemHandler {

        private final List<Flaw> found = new ArrayList<>();

        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object target,
                String name)
                throws IOException {
            var known = deserializer.getKnownPropertyNames();
            add(
                    parser,
                    "There is no such field."
                            + (known == null
                                    ? ""
                                    : " Known are "
                                            + String.join(
                                                    ", ",
                                                    known.stream()
                                                            .map(Object::toString)
                                                            .toList()) + "."));
            parser.skipChildren();
            return true;
        }

        @Override
        public @Nullable Object handleWeirdStringValue(
                DeserializationContext context, Class<?> type, String value, String message) {
            add(context.getParser(), "'" + value + "' cannot be read. Give " + wanted(type) + ".");
            return null;
        }

        @Override
        public @Nullable Object handleUnexpectedToken(
                DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message)
                throws IOException {
            add(parser, "Give " + wanted(type.getRawClass()) + " here.");
            parser.skipChildren();
            return null;
        }

        private void add(JsonParser parser, String reason) {
            var path = new StringBuilder();
            for (var step :
                    parser.getParsingContext().pathAsPointer().toString().split("/")) {
                if (step.matches("[0-9]+")) {
                    path.append('[').append(step).append(']');
                } else if (!step.isEmpty()) {
                    path.append(path.isEmpty() ? "" : ".").append(step);
                }
            }
            found.add(new Flaw(path.toString(), reason));
        }

        private static String wanted(Class<?> type) {
            if (type == Instant.class) {
                return "an instant such as 2026-05-01T08:00:00Z";
            }
            if (type == boolean.class || type == Boolean.class) {
                return "true or false";
            }
            if (type == String.class) {
                return "a text";
            }
            if (type == double.class || type == Double.class) {
                return "a number";
            }
            if (type == int.class || type == Integer.class) {
                return "a whole number";
            }
            return List.class.isAssignableFrom(type) ? "a list" : "an object";
        }
    }
}
