package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;

/**
 * Taking a component away from a target, or what stands beside one version of it.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param keep the version that stays; empty where nothing is to stay
 * @param equipment what contexts gave what is taken away
 */
public record Remove(TargetDescription target, String visit, String keep, Equipment equipment) {

    /** Takes everything away. */
    public Remove(TargetDescription target, String visit) {
        this(target, visit, "");
    }

    /** The removal of something that no context gave anything. */
    public Remove(TargetDescription target, String visit, String keep) {
        this(target, visit, keep, Equipment.NONE);
    }
}
