/** Reads what is inside a release from its Git repository, and checks artifacts against their digests. */
@ApplicationModule(
        displayName = "Content",
        allowedDependencies = {"journal", "identity", "catalog"})
@NullMarked
package dev.slipway.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
