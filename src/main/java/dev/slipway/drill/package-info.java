/** Drills going back: plans when, holds them before production, measures them, and keeps what they showed. */
@ApplicationModule(
        displayName = "Drill",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "catalog",
            "catalog::spi",
            "content",
            "release",
            "release::spi",
            "environment",
            "calendar",
            "deployment"
        })
@NullMarked
package dev.slipway.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
