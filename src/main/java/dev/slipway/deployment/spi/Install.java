package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import java.nio.file.Path;

/**
 * Putting a version somewhere.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param file the artifact, checked against its digest a moment ago
 * @param share percent of the instances that get it, 1 to 100; all others stay as they are
 * @param unavailable percent of the instances that may be out at the same time, 1 to 100; at least one always may
 * @param beside whether it goes beside the version that serves, where no user sees it, instead of in its place
 * @param equipment what contexts give it
 */
public record Install(
        TargetDescription target,
        String visit,
        String version,
        Path file,
        Digest digest,
        int share,
        int unavailable,
        boolean beside,
        Equipment equipment) {

    /** A move in place that need not spare anybody, and that no context gives anything. */
    public Install(TargetDescription target, String visit, String version, Path file, Digest digest, int share) {
        this(target, visit, version, file, digest, share, 100, false);
    }

    /** A move that no context gives anything. */
    public Install(
            TargetDescription target,
            String visit,
            String version,
            Path file,
            Digest digest,
            int share,
            int unavailable,
            boolean beside) {
        this(target, visit, version, file, digest, share, unavailable, beside, Equipment.NONE);
    }
}
