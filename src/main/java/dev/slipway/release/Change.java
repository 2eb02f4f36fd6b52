package dev.slipway.release;

import java.util.List;

/** How asking for a change of a release ended. */
public sealed interface Change {

    record Made(Release release) implements Change {}

    record Refused(List<Flaw> flaws) implements Change {

        public Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }

    record Unknown(ReleaseId release) implements Change {}
}
