/** Reusable variables, files and hooks that are attached to products and environments, and the secrets among them. */
@ApplicationModule(
        displayName = "Context",
        allowedDependencies = {"journal", "identity", "catalog", "catalog::spi"})
@NullMarked
package dev.slipway.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
