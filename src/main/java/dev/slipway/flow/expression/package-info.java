/** What an expression in a model or a decision table can reach: plain variables, facts and steps; never the JVM. */
@NullMarked
package dev.slipway.flow.expression;

import org.jspecify.annotations.NullMarked;
