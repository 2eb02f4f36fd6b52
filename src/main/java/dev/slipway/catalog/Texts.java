package dev.slipway.catalog;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How a list of texts, or texts by name, are kept in one column. */
final class Texts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Texts() {}

    static String json(Map<String, String> texts) {
        return written(texts);
    }

    static Map<String, String> map(String json) {
        try {
            return Collections.unmodifiableMap(JSON.readValue(json, new TypeReference<TreeMap<String, String>>() {}));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String json(List<String> texts) {
        return written(texts);
    }

    private static String written(Object texts) {
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
