/** Answers decision tables from the model set of a release. */
@NullMarked
package dev.slipway.flow.policy;

import org.jspecify.annotations.NullMarked;
