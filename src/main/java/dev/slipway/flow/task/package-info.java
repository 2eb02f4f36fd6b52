/** Prepares user tasks for those who decide, and hands their votes to the approval. */
@NullMarked
package dev.slipway.flow.task;

import org.jspecify.annotations.NullMarked;
