package dev.slipway.deployment.spi;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;

/**
 * Sharing out the users' requests between two versions that stand beside each other.
 *
 * @param visit names the occasion; a repeated call with the same visit is the same move
 * @param version the one that gets the share; the other version gets the rest
 * @param share percent of the requests, 0 to 100
 */
public record Shift(TargetDescription target, String visit, String version, Digest digest, int share) {}
