/** What this module asks of the modules above it: what is true at a target. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.environment.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
