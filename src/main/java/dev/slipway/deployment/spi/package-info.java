/** What a target must be able to do; the place to add another kind of target. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.deployment.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
