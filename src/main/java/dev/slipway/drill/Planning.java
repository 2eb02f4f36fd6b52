package dev.slipway.drill;

import dev.slipway.release.Flaw;
import java.util.List;

/** How changing when something is drilled ended. */
public sealed interface Planning {

    record Made(DrillPlan plan) implements Planning {}

    /** There is no plan any more. */
    record Ended() implements Planning {}

    record Refused(List<Flaw> flaws) implements Planning {

        Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }
}
