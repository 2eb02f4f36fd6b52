package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;

/**
 * Taking a component away from a target.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 */
public record Remove(TargetDescription target, String visit) {}
