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

    boolean probes() {
        return !probeInterval.isZero() && !probeInterval.isNegative();
    }
}
