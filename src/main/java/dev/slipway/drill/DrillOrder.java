package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When going back is to be drilled in one environment.
 *
 * @param start when first, by the clock on the wall of the product's zone; null for tomorrow at ten or the first day after that fits the rule
 * @param rule how it comes again, as an RRULE of RFC 5545
 * @param threshold how long going back may take
 */
public record DrillOrder(
        ProductKey product,
        EnvironmentKey environment,
        @Nullable LocalDateTime start,
        String rule,
        Duration threshold) {

    /** The rule for every so many days. */
    public static String everyDays(int days) {
        return "FREQ=DAILY;INTERVAL=" + days;
    }
}
