/** Typed access to the variables of a flow. */
@NullMarked
package dev.slipway.flow.variable;

import org.jspecify.annotations.NullMarked;
