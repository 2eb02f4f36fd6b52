package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Map;

/**
 * A document that speaks for or against a candidate, kept by its digest.
 *
 * @param name such as {@code unit-tests} or {@code uat-report}
 * @param candidate the digest of the candidate it is about
 * @param measures figures read from it: {@code junit.tests}, {@code junit.failures}, {@code sarif.findings}, {@code document.<name>}
 */
public record Evidence(
        ReleaseId release,
        Digest candidate,
        String name,
        Kind kind,
        String fileName,
        Digest digest,
        long bytes,
        Map<String, String> measures,
        String by,
        Instant at) {

    Evidence measuring(Map<String, String> figures) {
        return new Evidence(release, candidate, name, kind, fileName, digest, bytes, figures, by, at);
    }

    /** What sort of document it is. */
    public enum Kind {
        /** A JUnit XML report: one {@code testsuite} or {@code testsuites}. */
        JUNIT,
        /** What scans found, as SARIF 2.1.0. */
        SARIF,
        /** Anything that people read. */
        DOCUMENT
    }
}
