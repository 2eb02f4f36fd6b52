package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;

/**
 * Taking a component away from a target.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param equipment what contexts gave what is taken away
 */
public record Remove(TargetDescription target, String visit, Equipment equipment) {

    /** The removal of something that no context gave anything. */
    public Remove(TargetDescription target, String visit) {
        this(target, visit, Equipment.NONE);
    }
}
