/** Knows people, groups, service accounts and tokens, who is acting now, and what they may do to which product. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"journal"})
@NullMarked
package dev.slipway.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
