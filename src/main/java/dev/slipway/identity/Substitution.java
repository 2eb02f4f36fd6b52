package dev.slipway.identity;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody decides in the stead of somebody who is away.
 *
 * @param until the first instant at which the substitute no longer does
 * @param zone in which the period was given, and in which it is shown
 * @param reason why somebody else named the substitute; empty where the person did
 * @param namedBy whoever entered it
 * @param endedAt when it was ended before its time; null where it was not
 */
public record Substitution(
        long id,
        PersonId absent,
        PersonId substitute,
        Instant from,
        Instant until,
        ZoneId zone,
        String reason,
        PersonId namedBy,
        Instant namedAt,
        @Nullable Instant endedAt) {

    /** Whether the substitute may act at this instant. */
    public boolean holds(Instant at) {
        return endedAt == null && !at.isBefore(from) && at.isBefore(until);
    }
}
