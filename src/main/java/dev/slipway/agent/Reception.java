package dev.slipway.agent;

import dev.slipway.release.Flaw;
import java.util.List;

/** How an agent was received. */
sealed interface Reception {

    /** @param leave whether it shall take nothing new, finish, and leave */
    record Welcome(boolean leave) implements Reception {}

    record Refused(List<Flaw> flaws) implements Reception {

        Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }
}
