package dev.slipway.drill;

import dev.slipway.calendar.Series;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When going back is drilled in one environment, again and again.
 *
 * @param threshold how long going back may take
 * @param document the document of the catalogue that describes it; empty where somebody planned it
 * @param next when it is drilled next; null where the rule has come to its end
 */
public record DrillPlan(
        ProductKey product,
        EnvironmentKey environment,
        Series series,
        Duration threshold,
        String document,
        @Nullable Instant next) {}
