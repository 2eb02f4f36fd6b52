/** Says whether something may be deployed now, and if not, when: windows, freezes and exemptions, each in its own time zone. */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"journal", "identity", "catalog", "catalog::spi", "content", "release"})
@NullMarked
package dev.slipway.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
