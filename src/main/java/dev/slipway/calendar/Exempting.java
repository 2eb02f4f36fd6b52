package dev.slipway.calendar;

import dev.slipway.release.Flaw;
import java.util.List;

/** How asking for an exemption, or deciding about one, ended. */
public sealed interface Exempting {

    record Made(Exemption exemption) implements Exempting {}

    record Refused(List<Flaw> flaws) implements Exempting {

        public Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }

    record Unknown(long number) implements Exempting {}
}
