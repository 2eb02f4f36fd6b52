/** Fills an empty Slipway with people, products and releases that run on real local processes. */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "catalog",
            "content",
            "release",
            "environment",
            "approval",
            "advisory",
            "quality",
            "deployment",
            "flow"
        })
@NullMarked
package dev.slipway.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
