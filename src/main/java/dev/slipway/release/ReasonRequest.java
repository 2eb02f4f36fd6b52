package dev.slipway.release;

import org.jspecify.annotations.Nullable;

/** Why something is to be done. */
record ReasonRequest(@Nullable String reason) {}
