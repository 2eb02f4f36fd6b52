package dev.slipway.deployment.spi;

/** How a move ended. What is neither (a lost connection, say) is an exception: the move is tried again. */
public sealed interface Outcome {

    record Done() implements Outcome {}

    /** The target said no; trying the same again is pointless. */
    record Failed(String reason) implements Outcome {}
}
