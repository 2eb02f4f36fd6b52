/** The formulas by which two versions are compared; each names its source, and counts only what it is given. */
@NullMarked
package dev.slipway.quality.statistics;

import org.jspecify.annotations.NullMarked;
