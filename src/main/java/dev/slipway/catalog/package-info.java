/** Describes products, components, environments and targets as configuration that is applied whole or not at all. */
@ApplicationModule(
        displayName = "Catalog",
        allowedDependencies = {"journal", "identity", "transaction"})
@NullMarked
package dev.slipway.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
