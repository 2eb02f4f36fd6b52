package dev.slipway.context;

/**
 * One thing that speaks against a request.
 *
 * @param field the field of the request; {@link #ACTOR} where it lies in who asks
 * @param reason what is wrong, and how to cure it
 */
public record Flaw(String field, String reason) {

    static final String ACTOR = "actor";
    static final String MISSING = "missing";
    static final String STATE = "state";
}
