/** What this module needs to know about flows, answered by whoever keeps them. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.approval.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
