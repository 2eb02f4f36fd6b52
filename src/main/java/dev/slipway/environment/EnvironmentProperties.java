package dev.slipway.environment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code slipway.environment}.
 *
 * @param probeInterval how often each target is asked what runs there; {@code PT0S} means only when somebody wants to know
 * @param probePatience how long a node that asks may take before another one asks in its place
 */
@ConfigurationProperties("slipway.environment")
record EnvironmentProperties(
        @DefaultValue("5m") Duration probeInterval,
        @DefaultValue("2m") Duration probePatience) {

    private static final Duration SLOWEST_LOOK = Duration.ofSeconds(5);

    boolean probes() {
        return !probeInterval.isZero() && !probeInterval.isNegative();
    }

    /** How often it is looked which targets are due. */
    Duration probeLook() {
        var look = probeInterval.dividedBy(6);
        return look.compareTo(SLOWEST_LOOK) < 0 ? look : SLOWEST_LOOK;
    }

    /** How long a target is left alone. Finding it due, asking, and taking the answer of an agent take a look each, and all of that fits into the interval. */
    Duration probePause() {
        return probes() ? probeInterval.minus(probeLook().multipliedBy(3)) : Duration.ofDays(1);
    }
}
