package dev.slipway.flag;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking for something about flags or audiences ended. */
public sealed interface Flagging {

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
