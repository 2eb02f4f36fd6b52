package dev.slipway.drill;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking for a drill ended. */
public sealed interface Holding {

    record Held(Drill drill) implements Holding {}

    record Refused(List<Flaw> flaws) implements Holding {

        Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }
}
