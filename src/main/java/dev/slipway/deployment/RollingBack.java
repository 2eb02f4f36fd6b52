package dev.slipway.deployment;

import dev.slipway.release.Flaw;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.util.List;

/** How asking for a roll-back ended. */
public sealed interface RollingBack {

    /** The release is under way and goes back itself. */
    record Asked(Release release) implements RollingBack {}

    /** The release has ended; another one takes back what it brought. Asked again it is the same one. */
    record TakingBack(Release by) implements RollingBack {}

    record Unknown(ReleaseId release) implements RollingBack {}

    record Refused(List<Flaw> flaws) implements RollingBack {

        Refused(String field, String reason) {
            this(List.of(new Flaw(field, reason)));
        }
    }
}
