/** Keeps people and groups in Camunda's identity service, and says what each group may see and do in the engine. */
@NullMarked
package dev.slipway.flow.identity;

import org.jspecify.annotations.NullMarked;
