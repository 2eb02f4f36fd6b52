package dev.slipway.release;

/**
 * One thing that is wrong with what somebody asked for.
 *
 * @param field where, as a path into the request: {@code artifacts[0].digest}
 * @param reason what is wrong, and how to cure it
 */
public record Flaw(String field, String reason) {

    /** The field of a flaw that lies in who asks: the actor lacks the right. */
    public static final String ACTOR = "actor";

    /** The field of a flaw that lies in when it is asked: the release does not stand where this could be done. */
    public static final String STATE = "state";
}
