/** The steps that touch the outside world, and the worker that does them. */
@NullMarked
package dev.slipway.flow.work;

import org.jspecify.annotations.NullMarked;
