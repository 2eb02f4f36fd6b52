/** Tells people what happened to a release, as the policy routes it; listens, and never decides. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"journal", "identity", "policy", "catalog", "release", "environment", "approval"})
@NullMarked
package dev.slipway.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
