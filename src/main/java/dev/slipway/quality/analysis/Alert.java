package dev.slipway.quality.analysis;

import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that an alerting system said about a product in use.
 *
 * @param fingerprint what the alerting system knows it by; the same again, begun at the same time, is the same alert
 * @param startsAt since when it is so, by the clock of the alerting system
 * @param product empty where the alert names none, as are environment and version
 * @param release the release that was being watched; null where none was
 * @param note what came of it, in words
 * @param receivedAt when it was first heard of
 * @param repeatedAt when it was last heard of
 * @param resolvedAt when it was heard to be over; null before
 */
public record Alert(
        String fingerprint,
        Instant startsAt,
        String name,
        String product,
        String environment,
        String version,
        String summary,
        @Nullable ReleaseId release,
        String note,
        Instant receivedAt,
        Instant repeatedAt,
        @Nullable Instant resolvedAt) {

    /** The alert as the reason for ending a release. */
    String words() {
        return "alert " + name + " in " + environment + (summary.isEmpty() ? "" : ": " + summary);
    }
}
