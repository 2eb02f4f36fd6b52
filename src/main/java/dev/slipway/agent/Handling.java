package dev.slipway.agent;

/** How an agent's word about an order was taken. */
sealed interface Handling {

    record Accepted() implements Handling {}

    /** There is no such order, or none that this agent could know of. */
    record Unknown(String reason) implements Handling {}

    /** Somebody else has it, or nobody waits for it. */
    record NotYours(String reason) implements Handling {}

    Handling ACCEPTED = new Accepted();
}
