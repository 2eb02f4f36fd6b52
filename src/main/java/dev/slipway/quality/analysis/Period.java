package dev.slipway.quality.analysis;

import java.time.Duration;
import java.time.Instant;

/** From when to when is measured, and how far apart. */
record Period(Instant from, Instant until, Duration step) {

    /** More points than this say no more, and would have to be kept. */
    private static final int MOST_POINTS = 500;

    static Period of(Instant from, Instant until, Duration step) {
        var least = Duration.between(from, until).dividedBy(MOST_POINTS);
        return new Period(from, until, step.compareTo(least) < 0 ? least : step);
    }

    /** How many measurements there can be, both ends included. */
    int due() {
        return until.isBefore(from) ? 0 : (int) (Duration.between(from, until).dividedBy(step)) + 1;
    }
}
