package dev.slipway.catalog.spi;

import java.util.Set;

/** Says which flows a product can follow. */
@FunctionalInterface
public interface FlowNames {

    Set<String> names();
}
