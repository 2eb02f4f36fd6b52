/** Holds the meetings of change advisory boards: who sits there, what is on the agenda, and what was said. Votes are counted elsewhere. */
@ApplicationModule(
        displayName = "Advisory",
        allowedDependencies = {"journal", "identity", "content", "release", "approval", "approval::spi"})
@NullMarked
package dev.slipway.advisory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
