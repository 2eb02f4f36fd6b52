/** Joins the life of a release with the instances of its flow. */
@NullMarked
package dev.slipway.flow.life;

import org.jspecify.annotations.NullMarked;
