package dev.slipway.calendar;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import org.jspecify.annotations.Nullable;

/**
 * What a window or a freeze is about.
 *
 * @param product null for all
 * @param environment null for all
 */
public record Scope(@Nullable ProductKey product, @Nullable EnvironmentKey environment) {

    public static final Scope EVERYTHING = new Scope(null, null);

    boolean covers(ProductKey otherProduct, EnvironmentKey otherEnvironment) {
        return (product == null || product.equals(otherProduct))
                && (environment == null || environment.equals(otherEnvironment));
    }

    /** As people say it: {@code payments in production}. */
    @Override
    public String toString() {
        if (product == null) {
            return environment == null ? "everything" : environment.value();
        }
        return environment == null ? product.value() : product + " in " + environment;
    }
}
