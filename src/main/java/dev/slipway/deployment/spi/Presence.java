package dev.slipway.deployment.spi;

/**
 * One version on a target.
 *
 * @param instances percent of the instances that it is meant to have in full, 0 to 100
 * @param traffic percent of the users' requests that go to it, 0 to 100
 */
public record Presence(String version, int instances, int traffic) {}
