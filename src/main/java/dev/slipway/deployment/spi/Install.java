package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import java.nio.file.Path;

/**
 * One move.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param file the artifact, checked against its digest a moment ago
 * @param share percent of the instances that get it, 1 to 100; all others stay as they are
 * @param equipment what contexts give it
 */
public record Install(
        TargetDescription target,
        String visit,
        String version,
        Path file,
        Digest digest,
        int share,
        Equipment equipment) {

    /** A move that no context gives anything. */
    public Install(TargetDescription target, String visit, String version, Path file, Digest digest, int share) {
        this(target, visit, version, file, digest, share, Equipment.NONE);
    }
}
