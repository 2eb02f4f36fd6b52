package dev.slipway.quality.analysis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;

/**
 * What Prometheus said: series, or why there are none.
 *
 * @param flaw why this is no answer; empty where it is one
 * @param passing whether the flaw may be gone when asked again
 */
record Answer(String flaw, boolean passing, List<Series> series) {

    static Answer of(List<Series> series) {
        return new Answer("", false, List.copyOf(series));
    }

    /** Prometheus cannot be reached, or is too slow. */
    static Answer silence(String flaw) {
        return new Answer(flaw, true, List.of());
    }

    /** Prometheus says no, or something that cannot be used. */
    static Answer refusal(String flaw) {
        return new Answer(flaw, false, List.of());
    }

    @JsonIgnore
    boolean isFlawed() {
        return !flaw.isEmpty();
    }

    /** One line of the answer, point by point in the order of time. */
    record Series(Map<String, String> labels, List<Point> points) {}

    /**
     * @param at seconds since 1970
     * @param value as Prometheus writes it, {@code NaN} and {@code +Inf} included
     */
    record Point(double at, String value) {

        double number() {
            return switch (value) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(value);
            };
        }

        @JsonIgnore
        boolean isFinite() {
            return Double.isFinite(number());
        }
    }
}
