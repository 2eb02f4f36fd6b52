/** Asks people for decisions, seat by seat, and settles them. */
@ApplicationModule(
        displayName = "Approval",
        allowedDependencies = {"journal", "identity", "policy", "catalog", "content", "release", "release::spi"})
@NullMarked
package dev.slipway.approval;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
