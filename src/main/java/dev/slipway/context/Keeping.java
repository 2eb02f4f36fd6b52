package dev.slipway.context;

import java.util.List;

/** How changing a context or a secret ended. */
public sealed interface Keeping {

    /** @param revision the revision of the context, or the version of the secret, that holds now */
    record Kept(int revision) implements Keeping {}

    /** Nothing was changed. */
    record Refused(List<Flaw> flaws) implements Keeping {}

    static Refused refused(String field, String reason) {
        return new Refused(List.of(new Flaw(field, reason)));
    }
}
