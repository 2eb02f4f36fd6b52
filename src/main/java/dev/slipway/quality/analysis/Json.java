package dev.slipway.quality.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** Figures and measurements as they are kept. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private static final TypeReference<TreeMap<String, Double>> FIGURES = new TypeReference<>() {};

    private Json() {}

    static String write(Map<String, Double> figures) {
        try {
            return MAPPER.writeValueAsString(new TreeMap<>(figures));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, Double> figures(String text) {
        try {
            return MAPPER.readValue(text, FIGURES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("kept figures cannot be read", unreadable);
        }
    }

    static byte[] write(Measurements measurements) {
        try {
            return MAPPER.writeValueAsBytes(measurements);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Measurements read(InputStream kept) {
        try (kept) {
            return MAPPER.readValue(kept, Measurements.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("kept measurements cannot be read", unreadable);
        }
    }
}
