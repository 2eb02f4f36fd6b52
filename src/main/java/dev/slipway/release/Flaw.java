package dev.slipway.release;

/**
 * One thing that is wrong with what somebody asked for.
 *
 * @param field where, as a path into the request: {@code artifacts[0].digest}
 * @param reason what is wrong, and how to cure it
 */
public record Flaw(String field, String reason) {}
