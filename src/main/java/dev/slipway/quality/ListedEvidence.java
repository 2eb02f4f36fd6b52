package dev.slipway.quality;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** Evidence as the interface shows it. */
record ListedEvidence(
        String name,
        String kind,
        String fileName,
        String digest,
        long bytes,
        String candidate,
        Map<String, String> measures,
        String by,
        Instant at,
        String content) {

    static ListedEvidence of(Evidence evidence) {
        return new ListedEvidence(
                evidence.name(),
                evidence.kind().name().toLowerCase(Locale.ROOT),
                evidence.fileName(),
                evidence.digest().hex(),
                evidence.bytes(),
                evidence.candidate().hex(),
                evidence.measures(),
                evidence.by(),
                evidence.at(),
                path(evidence));
    }

    /** Where its content can be had. */
    static String path(Evidence evidence) {
        return "/api/releases/" + evidence.release() + "/evidence/" + evidence.digest();
    }
}
