/** Knows the agents that work near targets, and hands orders to them; nothing ever connects to an agent. */
@ApplicationModule(
        displayName = "Agent",
        allowedDependencies = {"journal", "identity", "catalog", "release"})
@NullMarked
package dev.slipway.agent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
