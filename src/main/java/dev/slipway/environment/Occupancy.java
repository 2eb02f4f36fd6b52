package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.time.Instant;

/** What is where: one component in one environment, since when, and by which release. */
public record Occupancy(
        EnvironmentKey environment,
        ComponentKey component,
        String version,
        Digest artifact,
        ReleaseId release,
        Instant since) {}
