package dev.slipway.release;

import dev.slipway.policy.Start;
import org.jspecify.annotations.Nullable;

/**
 * What the policy {@code start-release} says to a release that is about to be opened.
 *
 * @param start its answer; null where nobody asked
 * @param refusal the rules that forbid it, in words; empty where it may be opened
 */
record Permit(@Nullable Start start, String refusal) {}
