package dev.slipway.deployment;

/** How asking for a move ended. */
public sealed interface Moving {

    record Moved(Move move) implements Moving {}

    /** The target, the claim, the digest or the guard against downgrades said no. */
    record Refused(String reason) implements Moving {}
}
