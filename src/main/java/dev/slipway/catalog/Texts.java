package dev.slipway.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** How a list of texts is kept in one column. */
final class Texts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Texts() {}

    static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static List<String> list(String json) {
        try {
            return List.copyOf(JSON.readValue(json, new TypeReference<List<String>>() {}));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
