package dev.slipway.release;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Risk;
import java.time.Instant;

/**
 * Something that could go wrong with a release, as it stands now.
 *
 * @param number from 1 within the release; it never changes
 * @param version from 1; every change makes the next
 * @param owner who looks after it
 * @param mitigation what is done about it; empty while nothing is
 * @param reason why it was changed last
 */
public record RegisteredRisk(
        ReleaseId release,
        int number,
        int version,
        String title,
        PersonId owner,
        Degree likelihood,
        Degree impact,
        String mitigation,
        Standing standing,
        String reason,
        Actor changedBy,
        Instant changedAt) {

    /** Its class: likelihood and impact add up; one of them high and the other medium is high already. */
    public Risk severity() {
        var points = likelihood.points() + impact.points();
        return points >= 3 ? Risk.HIGH : points == 2 ? Risk.MEDIUM : Risk.LOW;
    }

    /** Whether it stops the release before its next environment. */
    public boolean blocks() {
        return standing == Standing.OPEN && severity() == Risk.HIGH;
    }

    /** What became of a risk. */
    public enum Standing {
        /** Nothing has been done about it that would be enough. */
        OPEN,
        /** What was done about it is enough. */
        MITIGATED,
        /** It may come true, and somebody has said that the release goes ahead all the same. */
        ACCEPTED,
        /** It cannot come true any more, or never could. */
        CLOSED
    }
}
