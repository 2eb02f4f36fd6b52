package dev.slipway.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was seen of a drill: what was where before and after, and every move. */
public record Evidence(List<Before> places, List<Moved> moves) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static final Evidence NONE = new Evidence(List.of(), List.of());

    String json() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /** Reads what was written; nothing of nothing. */
    public static Evidence of(String json) {
        if (json.isEmpty()) {
            return NONE;
        }
        try {
            return MAPPER.readValue(json, Evidence.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("the evidence of a drill cannot be read", unreadable);
        }
    }

    /**
     * One component before the drill and after it.
     *
     * @param artifact the SHA-256 of what was there before
     * @param now what is there after, in the same words; empty where nothing is
     */
    public record Before(
            String component, String version, String artifact, String release, String now, String nowArtifact) {

        /** Whether it is as it was. */
        public boolean kept() {
            return version.equals(now) && artifact.equals(nowArtifact);
        }
    }

    /** One move. */
    public record Moved(
            String component,
            String direction,
            String version,
            String artifact,
            Instant intendedAt,
            @Nullable Instant endedAt,
            String status,
            String reason) {}
}
