package dev.slipway.flow;

import java.time.Instant;
import java.util.List;

/** How looking at the folder of models ended. */
public sealed interface Reload {

    Instant at();

    /** The models in force are those of the folder. */
    record Unchanged(Instant at) implements Reload {}

    /** New releases follow the models of the folder from now on; those that run keep theirs. */
    record Deployed(Instant at) implements Reload {}

    /** One of the models breaks a rule, so none of them is in force; the ones before stay. */
    record Refused(Instant at, List<Flaw> flaws) implements Reload {}

    /**
     * What is wrong, and where.
     *
     * @param line 0 where that cannot be told
     */
    record Flaw(String file, int line, String element, String reason) {}
}
