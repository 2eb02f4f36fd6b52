package dev.slipway.quality.analysis;

import dev.slipway.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/**
 * What came of one alert.
 *
 * @param release the release that is meant; null where none is
 */
record Hearing(String alert, Outcome outcome, @Nullable ReleaseId release, String note) {

    /** How it was taken. */
    enum Outcome {
        /** It ends the watch of a release. */
        ACTED_ON,
        /** No release is being watched that it could be about. */
        NOTED,
        /** It was heard before. */
        REPEATED,
        /** It is over. */
        RESOLVED,
        /** Whoever reports it may not do so for that product. */
        FORBIDDEN
    }
}
