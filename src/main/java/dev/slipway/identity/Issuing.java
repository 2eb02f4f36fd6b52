package dev.slipway.identity;

import java.util.List;

/** How asking for a token ended. */
public sealed interface Issuing {

    /**
     * The token is there.
     *
     * @param secret shown this once; only its digest is kept
     */
    record Issued(Token token, String secret) implements Issuing {}

    /** The order itself is wrong. */
    record Refused(List<Flaw> flaws) implements Issuing {}

    /** Whoever asked may not ask for this. */
    record Forbidden(String reason) implements Issuing {}

    /**
     * One thing that is wrong with the order.
     *
     * @param field where, as in the request
     * @param reason what is wrong, and how to cure it
     */
    record Flaw(String field, String reason) {}
}
