package dev.slipway.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Moments that come again and again by the clock on the wall of a zone. What is done regularly is done by such a series, and not by a timer of a model, whose
 * cycle every new deployment of the model would begin anew.
 *
 * @param start the first moment
 * @param rule how it comes again, as an RRULE of RFC 5545
 */
public record Series(LocalDateTime start, ZoneId zone, String rule) {

    /** A series whose first moment is the first one that fits the rule, from the given one on. */
    public static Series from(LocalDateTime earliest, ZoneId zone, String rule) {
        var asGiven = new Series(earliest, zone, rule);
        try {
            var moments = Recurrence.of(rule, zone).from(earliest, earliest);
            return moments.hasNext() ? new Series(moments.next(), zone, rule) : asGiven;
        } catch (IllegalArgumentException unreadable) {
            return asGiven;
        }
    }

    /** Why this is no series; empty where it is one. */
    public Optional<String> flaw() {
        return Recurrence.flaw(rule, start, zone);
    }

    /** The first moment after the given one; empty where there is none. The first of two equal hours; the hour after one that is left out. */
    public Optional<Instant> next(Instant after) {
        var from = after.atZone(zone).toLocalDateTime().minusDays(1);
        var moments = Recurrence.of(rule, zone).from(start, from);
        while (moments.hasNext()) {
            var moment = ZonedDateTime.of(moments.next(), zone)
                    .withEarlierOffsetAtOverlap()
                    .toInstant();
            if (moment.isAfter(after)) {
                return Optional.of(moment);
            }
        }
        return Optional.empty();
    }
}
