/** What this module asks of those who place orders. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.agent.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
