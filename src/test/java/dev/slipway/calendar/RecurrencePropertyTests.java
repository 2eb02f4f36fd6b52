package dev.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** Random rules in random zones: as another iCalendar library has them, and as counting minutes has them. */
class RecurrencePropertyTests {

    static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Pacific/Chatham",
            "America/St_Johns",
            "Africa/Casablanca",
            "Asia/Tehran",
            "UTC");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
    private static final int RULES = 1_500;
    private static final int TIMES = 30;

    @Test
    void startsAreThoseOfTheOtherLibrary() {
        var random = new Random(20261123);
        var compared = 0;
        for (var count = 0; count < RULES; count++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var anchor = LocalDateTime.of(2023, 1, 1, 0, 0).plusMinutes(random.nextInt(4 * 365 * 24 * 4) * 15L);
            var rule = rule(random);
            var recurrence = Recurrence.of(rule, zone);
            var first = recurrence.from(anchor, anchor);
            if (!first.hasNext()) {
                continue;
            }
            var start = first.next();
            var ours = new ArrayList<LocalDateTime>();
            var times = recurrence.from(start, start);
            while (times.hasNext() && ours.size() < TIMES) {
                ours.add(times.next());
            }
            assertThat(ours).as(rule + " from " + start).isEqualTo(other(rule, start, ours.size()));
            var later = ours.get(ours.size() / 2);
            assertThat(recurrence.from(start, later).next())
                    .as(rule + " from " + later)
                    .isEqualTo(later);
            compared += ours.size();
        }
        assertThat(compared).isGreaterThan(RULES * 10);
    }

    /** The other library on the clock of a zone without changes, which is what local time is. */
    private static List<LocalDateTime> other(String rule, LocalDateTime start, int most) {
        var utc = ZoneId.of("UTC");
        var calendar = Biweekly.parse(
                        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\nRRULE:"
                                + rule + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
                .first();
        var times = calendar.getEvents()
                .get(0)
                .getRecurrenceRule()
                .getDateIterator(Date.from(start.atZone(utc).toInstant()), TimeZone.getTimeZone(utc));
        var found = new ArrayList<LocalDateTime>();
        while (times.hasNext() && found.size() < most) {
            found.add(LocalDateTime.ofInstant(times.next().toInstant(), utc));
        }
        return found;
    }

    static String rule(Random random) {
        var rule = new StringBuilder();
        switch (random.nextInt(6)) {
            case 0 -> rule.append("FREQ=DAILY");
            case 1 -> rule.append("FREQ=WEEKLY;BYDAY=").append(days(random));
            case 2 -> rule.append("FREQ=MONTHLY;BYMONTHDAY=").append(pick(random, 1, 15, 28, 29, 30, 31, -1, -2));
            case 3 ->
                rule.append("FREQ=MONTHLY;BYDAY=")
                        .append(pick(random, 1, 2, 3, 4, -1))
                        .append(day(random));
            case 4 ->
                rule.append("FREQ=YEARLY;BYMONTH=")
                        .append(1 + random.nextInt(12))
                        .append(";BYMONTHDAY=")
                        .append(pick(random, 1, 15, 28, 29));
            default ->
                rule.append("FREQ=YEARLY;BYMONTH=")
                        .append(1 + random.nextInt(12))
                        .append(";BYDAY=")
                        .append(pick(random, 1, 2, -1))
                        .append(day(random));
        }
        if (random.nextInt(3) == 0) {
            rule.append(";INTERVAL=").append(2 + random.nextInt(3));
        }
        if (random.nextInt(5) == 0) {
            rule.append(";COUNT=").append(1 + random.nextInt(20));
        }
        return rule.toString();
    }

    private static String days(Random random) {
        var first = random.nextInt(7);
        return random.nextBoolean()
                ? DAYS.get(first)
                : DAYS.get(first) + "," + DAYS.get((first + 1 + random.nextInt(6)) % 7);
    }

    private static String day(Random random) {
        return DAYS.get(random.nextInt(7));
    }

    private static int pick(Random random, int... values) {
        return values[random.nextInt(values.length)];
    }

    @Test
    void everyMinuteIsInsideOrOutsideAsTheClockOnTheWallSays() {
        var random = new Random(42);
        for (var count = 0; count < 150; count++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            // Around the days on which most of these zones change their offset.
            var begin = List.of(
                            "2026-03-06T00:00",
                            "2026-03-27T00:00",
                            "2026-04-03T00:00",
                            "2026-09-25T00:00",
                            "2026-10-23T00:00")
                    .get(random.nextInt(5));
            var start = LocalDateTime.parse(begin).plusMinutes(random.nextInt(24 * 6) * 10L);
            var end = start.plusMinutes(10 + random.nextInt(200) * 10L);
            var timing = new Timing(start, end, zone, "FREQ=DAILY;COUNT=4", Set.of());
            var entry = Year.entry(Entry.Kind.FREEZE, "F", Scope.EVERYTHING, timing);
            var from = start.minusDays(1).atZone(zone).toInstant();
            for (var minute = 0; minute < 7 * 24 * 60; minute += 5) {
                var at = from.plus(minute, ChronoUnit.MINUTES);
                assertThat(new Hours(List.of(entry)).at(at).closed())
                        .as("%s to %s in %s at %s", start, end, zone, at)
                        .isEqualTo(inside(timing, at));
            }
        }
    }

    /** By the definition: from the first instant with the start on the wall to the last one with the end. */
    private static boolean inside(Timing timing, Instant at) {
        var length = Duration.between(timing.start(), timing.end());
        for (var day = 0; day < 4; day++) {
            var begin = timing.start().plusDays(day);
            if (!at.isBefore(wall(begin, timing.zone(), true))
                    && at.isBefore(wall(begin.plus(length), timing.zone(), false))) {
                return true;
            }
        }
        return false;
    }

    private static Instant wall(LocalDateTime time, ZoneId zone, boolean first) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            return time.toInstant(zone.getRules().getTransition(time).getOffsetBefore());
        }
        return time.toInstant(offsets.get(first ? 0 : offsets.size() - 1));
    }
}
