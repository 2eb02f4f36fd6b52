/** Hands whoever HTTP security let in on to Camunda's web applications and REST interface. */
@NullMarked
package dev.slipway.flow.http;

import org.jspecify.annotations.NullMarked;
