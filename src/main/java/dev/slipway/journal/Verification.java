package dev.slipway.journal;

/** Whether a chain is as it was written. */
public sealed interface Verification {

    /** Every entry is there and unchanged. */
    record Whole(long entries) implements Verification {}

    /** The first entry that is missing or was changed. */
    record Broken(long number, String reason) implements Verification {}
}
