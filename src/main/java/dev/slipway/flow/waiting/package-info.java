/** Knows why a release waits: one row per wait state, written in the transaction that enters it. */
@NullMarked
package dev.slipway.flow.waiting;

import org.jspecify.annotations.NullMarked;
