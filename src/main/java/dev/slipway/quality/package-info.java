/** Keeps evidence and holds it against the criteria of a gate. */
@ApplicationModule(
        displayName = "Quality",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "catalog",
            "content",
            "release",
            "release::spi",
            "transaction"
        })
@NullMarked
package dev.slipway.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
