package dev.slipway.calendar;

import java.time.Instant;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A window or a freeze.
 *
 * @param hotfixPasses whether a hotfix goes on all the same
 * @param stop whether somebody stopped the line with it
 * @param feed the imported calendar that it comes from; null where it was entered here
 * @param uid what that calendar calls it, or the catalogue: {@code payments/year-end}; empty where it was entered here
 * @param endedAt when somebody ended it; null while it is in force
 */
public record Entry(
        long number,
        Kind kind,
        String title,
        String reason,
        Scope scope,
        Timing timing,
        boolean hotfixPasses,
        boolean stop,
        @Nullable Long feed,
        String uid,
        String by,
        Instant changedAt,
        @Nullable Instant endedAt,
        String endReason) {

    /** What it does. */
    public enum Kind {
        /** Deploy here, and at no other time. */
        WINDOW,
        /** Do not deploy. */
        FREEZE;

        /** As people say it: {@code window}. */
        public String word() {
            return this == WINDOW ? "window" : "freeze";
        }
    }

    /** The document of the catalogue that describes it; empty where none does. */
    public String document() {
        return feed == null && !uid.isEmpty() ? uid.substring(0, uid.indexOf('/')) : "";
    }

    boolean isInForce(Instant at) {
        return endedAt == null || endedAt.isAfter(at);
    }

    /** Each time it is in force, from those on that end after the given instant. */
    Iterator<Interval> intervals(Instant after) {
        var all = timing.intervals(after);
        return new Iterator<>() {
            private @Nullable Interval next = advance();

            @Override
            public boolean hasNext() {
                return next != null;
            }

            @Override
            public Interval next() {
                var present = next;
                if (present == null) {
                    throw new java.util.NoSuchElementException();
                }
                next = advance();
                return present;
            }

            private @Nullable Interval advance() {
                while (all.hasNext()) {
                    var interval = all.next().before(endedAt);
                    if (!interval.isEmpty() && interval.endsAfter(after)) {
                        return interval;
                    }
                    if (endedAt != null && interval.from().isAfter(endedAt)) {
                        return null;
                    }
                }
                return null;
            }
        };
    }
}
