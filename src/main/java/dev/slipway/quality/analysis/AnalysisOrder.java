package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;

/**
 * Asks for a version to be judged.
 *
 * @param visit names the occasion; the same again is the same analysis
 * @param former the version it takes the place of; empty where nothing was
 * @param share percent of the instances, or of the traffic, that it has
 * @param begun when the occasion began
 * @param soak how long it is to be looked at, unless a criterion asks for longer
 */
public record AnalysisOrder(
        String visit,
        ReleaseId release,
        EnvironmentKey environment,
        String former,
        int share,
        Instant begun,
        Duration soak) {}
