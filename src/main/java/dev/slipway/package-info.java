/** Slipway runs software releases as executable BPMN. */
@NullMarked
package dev.slipway;

import org.jspecify.annotations.NullMarked;
