/** Knows what is where, and which release may change it now. */
@ApplicationModule(
        displayName = "Environment",
        allowedDependencies = {"journal", "identity", "catalog", "context", "content", "release", "release::spi"})
@NullMarked
package dev.slipway.environment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
