package dev.slipway.quality.analysis;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Alertmanager sends to a webhook, version 4; what is not needed is left out. */
@JsonIgnoreProperties(ignoreUnknown = true)
record AlertReport(@Nullable List<@Nullable Entry> alerts) {

    /** One alert of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(
            @Nullable String status,
            @Nullable Map<String, String> labels,
            @Nullable Map<String, String> annotations,
            @Nullable Instant startsAt,
            @Nullable String fingerprint) {

        private static final int SHORT = 200;
        private static final int LONG = 1000;

        boolean isFiring() {
            return !"resolved".equals(status);
        }

        /** Without a fingerprint its labels tell it apart. */
        String key() {
            return fingerprint == null || fingerprint.isBlank()
                    ? "labels-"
                            + Integer.toHexString(
                                    new TreeMap<>(Objects.requireNonNullElse(labels, Map.of())).hashCode())
                    : bounded(fingerprint, 100);
        }

        Instant since() {
            return Objects.requireNonNullElse(startsAt, Instant.EPOCH);
        }

        String label(String name) {
            return bounded(value(labels, name), SHORT);
        }

        String summary() {
            var summary = value(annotations, "summary");
            return bounded(summary.isEmpty() ? value(annotations, "description") : summary, LONG);
        }

        private static String value(@Nullable Map<String, String> of, String name) {
            return of == null
                    ? ""
                    : Objects.requireNonNullElse(of.get(name), "").strip();
        }

        private static String bounded(String text, int length) {
            return text.length() <= length ? text : text.substring(0, length - 1) + "…";
        }
    }
}
