/** What this module needs to evaluate a decision table. */
@NamedInterface("spi")
@NullMarked
package dev.slipway.policy.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
