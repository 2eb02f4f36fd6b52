package dev.slipway.identity;

import java.util.List;

/** How naming a substitute, or ending that, went. */
public sealed interface Naming {

    record Done(Substitution substitution) implements Naming {}

    /** The request itself is wrong. */
    record Refused(List<Issuing.Flaw> flaws) implements Naming {}

    /** Whoever asked may not ask for this. */
    record Forbidden(String reason) implements Naming {}
}
