/** Knows which feature is shown to whom in which environment, and tells applications in the format of flagd. */
@ApplicationModule(
        displayName = "Flag",
        allowedDependencies = {"journal", "identity", "catalog", "release", "environment::spi"})
@NullMarked
package dev.slipway.flag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
