package dev.slipway.calendar;

import dev.slipway.release.Flaw;
import java.util.List;

/** How importing a calendar ended. */
public sealed interface Importing {

    /** @param entries how many windows or freezes it has */
    record Made(Feed feed, int entries) implements Importing {}

    record Refused(List<Flaw> flaws) implements Importing {

        public Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }

    record Unknown(long number) implements Importing {}
}
