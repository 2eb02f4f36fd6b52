/** What this module needs to know about people, answered by whoever keeps them. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.identity.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
