package dev.slipway.deployment.spi;

/**
 * One version on a target.
 *
 * @param instances percent of the instances that it is meant to have in full, 0 to 100
 * @param traffic percent of the users' requests that go to it, 0 to 100
 * @param configuration the digest that the target was given with the version; empty where it does not keep it
 */
public record Presence(String version, int instances, int traffic, String configuration) {

    /** A version on a target that keeps no digest. */
    public Presence(String version, int instances, int traffic) {
        this(version, instances, traffic, "");
    }
}
