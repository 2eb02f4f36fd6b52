package dev.slipway.calendar;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking for a change of the calendar ended. */
public sealed interface Entering {

    record Made(Entry entry) implements Entering {}

    record Refused(List<Flaw> flaws) implements Entering {

        public Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }

    record Unknown(long number) implements Entering {}
}
