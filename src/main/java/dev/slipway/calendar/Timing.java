package dev.slipway.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * When something is, as people mean it: by the clock on the wall of a zone, which no change of its offset moves.
 *
 * @param start when it begins for the first time
 * @param end when the first time ends; null where it has no end
 * @param rule how it comes again, as an RRULE of RFC 5545; empty where it happens once
 * @param except the times at which it does not come although the rule says so
 */
public record Timing(
        LocalDateTime start, @Nullable LocalDateTime end, ZoneId zone, String rule, Set<LocalDateTime> except) {

    /** Longer than any offset changes, so that nothing is missed where local times and instants are in a different order. */
    private static final Duration MARGIN = Duration.ofDays(2);

    public Timing {
        except = Set.copyOf(except);
    }

    public static Timing once(LocalDateTime start, @Nullable LocalDateTime end, ZoneId zone) {
        return new Timing(start, end, zone, "", Set.of());
    }

    public boolean recurs() {
        return !rule.isEmpty();
    }

    /** Each time it happens, from those on that end after the given instant, in the order of their local starts. */
    Iterator<Interval> intervals(Instant after) {
        return starts(after)
                .filter(begin -> !except.contains(begin))
                .map(this::interval)
                .filter(interval -> !interval.isEmpty() && interval.endsAfter(after))
                .iterator();
    }

    private Stream<LocalDateTime> starts(Instant after) {
        if (!recurs() || end == null) {
            return Stream.of(start);
        }
        var from = after.minus(MARGIN).atZone(zone).toLocalDateTime().minus(Duration.between(start, end));
        var recurring = Recurrence.of(rule, zone).from(start, from);
        return StreamSupport.stream(((Iterable<LocalDateTime>) () -> recurring).spliterator(), false);
    }

    /** The first of two equal hours for the start, the last of them for the end; an hour that is left out counts as the one after it. */
    private Interval interval(LocalDateTime begin) {
        var from = ZonedDateTime.of(begin, zone).withEarlierOffsetAtOverlap().toInstant();
        return new Interval(from, end == null ? null : instant(begin.plus(Duration.between(start, end))));
    }

    private Instant instant(LocalDateTime ending) {
        return ZonedDateTime.of(ending, zone).withLaterOffsetAtOverlap().toInstant();
    }
}
