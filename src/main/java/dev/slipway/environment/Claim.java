package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;

/** The exclusive right of a release to change a component in an environment, and the queue behind it in order. */
public record Claim(
        EnvironmentKey environment, ComponentKey component, ReleaseId release, Instant since, List<ReleaseId> queue) {}
