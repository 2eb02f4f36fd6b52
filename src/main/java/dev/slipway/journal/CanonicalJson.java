package dev.slipway.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A value in the one spelling that RFC 8785 gives it, so that it can be hashed and compared.
 *
 * @param text as it was hashed; keep this, never a value read back from it
 */
public record CanonicalJson(String text) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Spells out a map; ids and instants become text, and so does a number that a double would not hold exactly. */
    public static CanonicalJson of(Map<String, ?> members) {
        return new CanonicalJson(Spelling.of(PlainValue.of(members)));
    }

    /** Spells out a list. */
    public static CanonicalJson of(Collection<?> items) {
        return new CanonicalJson(Spelling.of(PlainValue.of(items)));
    }

    /** Reads the map that this spells out. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> members() {
        return read(Map.class);
    }

    /** Reads the list that this spells out. */
    @SuppressWarnings("unchecked")
    public List<Object> items() {
        return read(List.class);
    }

    /** SHA-256 of the text, in hexadecimal. */
    public String digest() {
        return Hash.of(text);
    }

    private <T> T read(Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
