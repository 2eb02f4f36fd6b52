/** Moves components by running command lines. */
@NullMarked
package dev.slipway.deployment.command;

import org.jspecify.annotations.NullMarked;
