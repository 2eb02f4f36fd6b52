package dev.slipway.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time: its first instant belongs to it, its last does not.
 *
 * @param until null where it has no end
 */
public record Interval(Instant from, @Nullable Instant until) {

    public boolean covers(Instant at) {
        return !at.isBefore(from) && endsAfter(at);
    }

    boolean endsAfter(Instant at) {
        return until == null || until.isAfter(at);
    }

    boolean isEmpty() {
        return !endsAfter(from);
    }

    /** The part of it before an instant. */
    Interval before(@Nullable Instant end) {
        return end == null || (until != null && until.isBefore(end)) ? this : new Interval(from, end);
    }
}
