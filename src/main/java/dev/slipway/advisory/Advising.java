package dev.slipway.advisory;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking for a change of a board or of a meeting ended. */
public sealed interface Advising {

    record Described(Board board) implements Advising {}

    record Done(Meeting meeting) implements Advising {}

    record Refused(List<Flaw> flaws) implements Advising {

        Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }

    /** @param what the board or the meeting that there is not, in words */
    record Unknown(String what) implements Advising {}
}
