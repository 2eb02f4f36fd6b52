package dev.slipway.quality.analysis;

import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Map;

/** What alerts mean for a release. */
public sealed interface AlertEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /**
     * An alert ends the watch of a release.
     *
     * @param words the reason, for people
     */
    record Fired(
            ReleaseId release, String alert, String environment, String fingerprint, Instant startsAt, String words)
            implements AlertEvent {
        @Override
        public String act() {
            return "alert.fired";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "alert", alert,
                    "environment", environment,
                    "fingerprint", fingerprint,
                    "startsAt", startsAt,
                    "words", words);
        }
    }

    /** An alert that ended the watch of a release is over. */
    record Resolved(ReleaseId release, String alert, String fingerprint) implements AlertEvent {
        @Override
        public String act() {
            return "alert.resolved";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("alert", alert, "fingerprint", fingerprint);
        }
    }
}
