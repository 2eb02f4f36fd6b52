/** Pages that compose the modules, and the HTTP security in front of everything. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "policy::spi",
            "catalog",
            "content",
            "release",
            "environment",
            "approval",
            "advisory",
            "calendar",
            "quality",
            "quality::analysis",
            "deployment",
            "flag",
            "notification",
            "flow"
        })
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
