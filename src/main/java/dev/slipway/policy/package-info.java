/** Asks the decision tables typed questions and keeps every answer with the facts it was based on. */
@ApplicationModule(
        displayName = "Policy",
        allowedDependencies = {"journal", "identity", "transaction"})
@NullMarked
package dev.slipway.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
