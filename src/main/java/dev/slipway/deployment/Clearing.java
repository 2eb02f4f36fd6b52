package dev.slipway.deployment;

import dev.slipway.catalog.TargetDescription;

/** Whether a move may be made. */
sealed interface Clearing {

    /** Nothing speaks against it. */
    record Cleared(TargetDescription place, Intent intent) implements Clearing {}

    /** What it is meant to bring about is so already. */
    record Needless(Move asItIs) implements Clearing {}

    record Objected(String reason) implements Clearing {}
}
