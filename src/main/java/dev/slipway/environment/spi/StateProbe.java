package dev.slipway.environment.spi;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;

/** Asks targets what is true. */
@FunctionalInterface
public interface StateProbe {

    /** Called outside of any transaction; it may take some seconds. */
    Actual probe(EnvironmentKey environment, ComponentKey component);
}
