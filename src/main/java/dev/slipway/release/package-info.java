/** Holds the release: its versioned plan, its candidates and its states. */
@ApplicationModule(
        displayName = "Release",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "policy::spi",
            "catalog",
            "catalog::spi",
            "content",
            "transaction"
        })
@NullMarked
package dev.slipway.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
