/** What belongs to the present transaction and to no other. */
@ApplicationModule(
        displayName = "Transaction",
        allowedDependencies = {})
@NullMarked
package dev.slipway.transaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
