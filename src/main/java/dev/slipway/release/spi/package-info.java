/** What this module asks of the modules above it. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.release.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
