/** The steps that decide and record: each reads variables, asks one facade, and writes variables. */
@NullMarked
package dev.slipway.flow.step;

import org.jspecify.annotations.NullMarked;
