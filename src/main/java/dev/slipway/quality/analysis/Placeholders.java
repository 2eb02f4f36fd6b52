package dev.slipway.quality.analysis;

import java.time.Duration;
import java.util.Map;

/**
 * Fills in what a query leaves open: {@code ${version}}, {@code ${environment}}, {@code ${product}}, {@code ${release}} and {@code ${interval}}. What is
 * filled in cannot end the text in quotes that it stands in.
 */
record Placeholders(Map<String, String> values) {

    static Placeholders of(String product, String release, String environment, String version, Duration interval) {
        return new Placeholders(Map.of(
                "product", product,
                "release", release,
                "environment", environment,
                "version", version,
                "interval", Math.max(1, interval.toSeconds()) + "s"));
    }

    static boolean nameTheVersion(String query) {
        return query.contains("${version}");
    }

    String fill(String query) {
        var filled = query;
        for (var entry : values.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", quoted(entry.getValue()));
        }
        return filled;
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("'", "\\'")
                .replace("`", "");
    }
}
