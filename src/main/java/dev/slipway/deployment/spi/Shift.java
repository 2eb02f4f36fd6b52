package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;

/**
 * Sharing out the users' requests between two versions that stand beside each other.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param version the one that gets the share; the other version gets the rest
 * @param share percent of the requests, 0 to 100
 * @param equipment what contexts gave the version
 */
public record Shift(
        TargetDescription target, String visit, String version, Digest digest, int share, Equipment equipment) {

    /** A share of something that no context gave anything. */
    public Shift(TargetDescription target, String visit, String version, Digest digest, int share) {
        this(target, visit, version, digest, share, Equipment.NONE);
    }
}
