package dev.slipway.quality.analysis;

import java.time.Duration;

/** How things stand after a look. */
public sealed interface Looking {

    /** Nothing can be said yet. */
    record GoesOn(Duration pause) implements Looking {}

    /** It is over, whatever came of it. */
    record Ended(Analysis analysis) implements Looking {}
}
