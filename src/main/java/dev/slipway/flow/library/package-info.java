/** Checks the models of the process designer and deploys them, all or none. */
@NullMarked
package dev.slipway.flow.library;

import org.jspecify.annotations.NullMarked;
