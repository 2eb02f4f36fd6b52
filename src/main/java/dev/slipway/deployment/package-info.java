/** Moves a release onto a target and reports what is true there. */
@ApplicationModule(
        displayName = "Deployment",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "catalog",
            "catalog::spi",
            "context",
            "content",
            "release",
            "release::spi",
            "environment",
            "environment::spi",
            "agent",
            "agent::spi"
        })
@NullMarked
package dev.slipway.deployment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
