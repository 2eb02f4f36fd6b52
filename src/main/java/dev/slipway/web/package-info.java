/** Pages that compose the modules, and the HTTP security in front of everything. */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "journal",
            "identity",
            "policy",
            "policy::spi",
            "catalog",
            "context",
            "content",
            "release",
            "environment",
            "approval",
            "advisory",
            "calendar",
            "quality",
            "quality::analysis",
            "deployment",
            "drill",
            "agent",
            "notification",
            "flag",
            "flow"
        })
@NullMarked
package dev.slipway.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
