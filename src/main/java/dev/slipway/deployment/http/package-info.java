/** Moves components by asking a deployment service over HTTP. */
@NullMarked
package dev.slipway.deployment.http;

import org.jspecify.annotations.NullMarked;
