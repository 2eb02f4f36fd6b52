package dev.slipway.flag;

import dev.slipway.release.Flaw;
import java.util.List;
import java.util.Optional;

/** How asking for something about flags or audiences ended. */
public sealed interface Flagging {

    /** Why nothing came of it; empty where something did. */
    default Optional<String> objection() {
        if (this instanceof Refused refused) {
            return Optional.of(refused.reason());
        }
        return this instanceof Unknown unknown ? Optional.of(unknown.what()) : Optional.empty();
    }

    record Made(Flag flag) implements Flagging {}

    record Gathered(Audience audience) implements Flagging {}

    record Dropped() implements Flagging {}

    record Refused(List<Flaw> flaws) implements Flagging {

        public Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }

        /** All reasons in one text. */
        public String reason() {
            return String.join(" ", flaws.stream().map(Flaw::reason).toList());
        }
    }

    /** There is no such thing. */
    record Unknown(String what) implements Flagging {}
}
