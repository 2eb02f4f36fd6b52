package dev.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Entry.Kind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random calendars: the next opening is what walking through time in steps of five minutes finds. */
class OpeningPropertyTests {

    private static final List<Scope> SCOPES =
            List.of(Scope.EVERYTHING, new Scope(Year.PAYMENTS, null), new Scope(null, Year.PRODUCTION));
    private static final int CALENDARS = 400;
    private static final int MINUTES = 21 * 24 * 60;

    @Test
    void findsTheOpeningThatWalkingFinds() {
        var random = new Random(7);
        var opened = 0;
        var closed = 0;
        for (var count = 0; count < CALENDARS; count++) {
            var entries = entries(random);
            var at = Instant.parse("2026-10-20T00:00:00Z").plus(random.nextInt(14 * 24 * 12) * 5L, ChronoUnit.MINUTES);
            var status = new Hours(entries).at(at);
            var found = walk(entries, at);
            if (found == null) {
                assertThat(status.nextOpening() == null
                                || status.nextOpening().isAfter(at.plus(MINUTES, ChronoUnit.MINUTES)))
                        .as(() -> "opens " + status + " at " + at + " " + entries)
                        .isTrue();
                closed++;
            } else {
                assertThat(status.nextOpening()).as(() -> at + " " + entries).isEqualTo(found);
                assertThat(status.closed()).isEqualTo(!found.equals(at));
                opened += found.equals(at) ? 0 : 1;
            }
        }
        assertThat(opened).as("calendars that were closed and opened").isGreaterThan(CALENDARS / 4);
        assertThat(closed).as("calendars that stay closed").isGreaterThan(5);
    }

    private static List<Entry> entries(Random random) {
        var entries = new ArrayList<Entry>();
        var size = 1 + random.nextInt(5);
        for (var number = 0; number < size; number++) {
            var zone = RecurrencePropertyTests.ZONES.get(random.nextInt(RecurrencePropertyTests.ZONES.size()));
            var start = LocalDateTime.of(2026, 10, 15, 0, 0).plusMinutes(random.nextInt(20 * 24 * 6) * 10L);
            var kind = random.nextInt(3) == 0 ? Kind.FREEZE : Kind.WINDOW;
            var longest = kind == Kind.FREEZE ? 72 : 20;
            var end = start.plusMinutes(10 + random.nextInt(longest * 6) * 10L);
            var rule = random.nextBoolean() ? "" : random.nextBoolean() ? "FREQ=DAILY;INTERVAL=2" : "FREQ=WEEKLY";
            var timing = new Timing(start, end, ZoneId.of(zone), rule, Set.of());
            entries.add(Year.entry(kind, "E" + number, SCOPES.get(random.nextInt(3)), timing));
        }
        return entries;
    }

    /** The definition, step by step; every boundary lies on a multiple of five minutes, whatever the offset. */
    private static @Nullable Instant walk(List<Entry> entries, Instant at) {
        var freezes = entries.stream()
                .filter(entry -> entry.kind() == Kind.FREEZE)
                .flatMap(entry -> times(entry, at))
                .toList();
        var windows = entries.stream()
                .filter(entry -> entry.kind() == Kind.WINDOW)
                .collect(Collectors.groupingBy(
                        Entry::scope, Collectors.flatMapping(entry -> times(entry, at), Collectors.toList())))
                .values();
        for (var minute = 0; minute < MINUTES; minute += 5) {
            var instant = at.plus(minute, ChronoUnit.MINUTES);
            if (!covers(freezes, instant) && windows.stream().allMatch(scope -> covers(scope, instant))) {
                return instant;
            }
        }
        return null;
    }

    private static Stream<Interval> times(Entry entry, Instant at) {
        var found = new ArrayList<Interval>();
        var intervals = entry.intervals(at.minus(10, ChronoUnit.DAYS));
        while (intervals.hasNext() && found.size() < 40) {
            found.add(intervals.next());
        }
        return found.stream();
    }

    private static boolean covers(List<Interval> intervals, Instant at) {
        return intervals.stream().anyMatch(interval -> interval.covers(at));
    }
}
