/** Configures the embedded engine; extensions of other inner packages are collected here as beans. */
@NullMarked
package dev.slipway.flow.engine;

import org.jspecify.annotations.NullMarked;
