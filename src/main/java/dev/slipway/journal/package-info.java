/** Keeps the append-only, hash-chained record of everything that was done, and by whom. */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {"transaction"})
@NullMarked
package dev.slipway.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
