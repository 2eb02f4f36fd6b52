package dev.slipway.calendar;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wish of somebody that one release goes to one environment in spite of a freeze, or outside of the windows.
 *
 * @param entry the freeze or window it is about; null for all that there are when it is granted
 * @param until from when on it is worth nothing
 * @param decidedBy null while nobody has decided
 */
public record Exemption(
        long number,
        ReleaseId release,
        EnvironmentKey environment,
        @Nullable Long entry,
        String reason,
        Instant until,
        Actor requestedBy,
        Instant requestedAt,
        State state,
        @Nullable Actor decidedBy,
        @Nullable Instant decidedAt,
        String comment) {

    /** Where it stands. */
    public enum State {
        OPEN,
        GRANTED,
        REFUSED
    }

    public boolean isGranted() {
        return state == State.GRANTED;
    }

    public boolean isWorthSomething(Instant at) {
        return isGranted() && until.isAfter(at);
    }

    /** Whether it lets the release pass by the entry. What came or changed after it was granted is a new reason to wait. */
    boolean lifts(Entry candidate, @Nullable Scope windowsOf) {
        if (decidedAt == null || candidate.changedAt().isAfter(decidedAt)) {
            return false;
        }
        return entry == null
                || entry == candidate.number()
                || (candidate.kind() == Entry.Kind.WINDOW && candidate.scope().equals(windowsOf));
    }
}
