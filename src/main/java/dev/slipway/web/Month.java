package dev.slipway.web;

import dev.slipway.calendar.Occurrence;
import dev.slipway.calendar.Planned;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One month by the days of the reader's zone, in whole weeks. */
record Month(YearMonth month, ZoneId zone, List<List<Day>> weeks) {

    private static final DateTimeFormatter TITLE = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    static Instant begin(YearMonth month, ZoneId zone) {
        return firstMonday(month).atStartOfDay(zone).toInstant();
    }

    static Instant end(YearMonth month, ZoneId zone) {
        return firstMonday(month.plusMonths(1)).plusWeeks(1).atStartOfDay(zone).toInstant();
    }

    static Month of(
            YearMonth month,
            ZoneId zone,
            LocalDate today,
            Collection<Occurrence> occurrences,
            Collection<Planned> plans,
            Set<Planned> clashing) {
        var weeks = new ArrayList<List<Day>>();
        for (var monday = firstMonday(month); !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            var days = new ArrayList<Day>();
            for (var offset = 0; offset < 7; offset++) {
                var date = monday.plusDays(offset);
                days.add(new Day(
                        date,
                        YearMonth.from(date).equals(month),
                        date.equals(today),
                        marks(date, zone, occurrences, plans, clashing)));
            }
            weeks.add(days);
        }
        return new Month(month, zone, weeks);
    }

    public String title() {
        return TITLE.format(month);
    }

    private static LocalDate firstMonday(YearMonth month) {
        return month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static List<Mark> marks(
            LocalDate date,
            ZoneId zone,
            Collection<Occurrence> occurrences,
            Collection<Planned> plans,
            Set<Planned> clashing) {
        var begin = date.atStartOfDay(zone).toInstant();
        var end = date.plusDays(1).atStartOfDay(zone).toInstant();
        var marks = new ArrayList<Mark>();
        plans.stream()
                .filter(planned -> !planned.at().isBefore(begin) && planned.at().isBefore(end))
                .forEach(planned -> marks.add(new Mark(
                        clashing.contains(planned) ? "CLASH" : "PLANNED",
                        clock(planned.at(), zone) + " " + planned.release() + " → " + planned.environment(),
                        planned.release() + " is planned to be in " + planned.environment() + " by "
                                + local(planned.at(), zone),
                        "/releases/" + planned.release())));
        occurrences.stream()
                .filter(occurrence -> occurrence.interval().from().isBefore(end)
                        && (occurrence.interval().until() == null
                                || occurrence.interval().until().isAfter(begin)))
                .forEach(occurrence -> marks.add(mark(occurrence, begin, zone)));
        return marks;
    }

    private static Mark mark(Occurrence occurrence, Instant begin, ZoneId zone) {
        var entry = occurrence.entry();
        var interval = occurrence.interval();
        var starts = !interval.from().isBefore(begin)
                && !interval.from().atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT);
        var own = entry.timing().zone();
        return new Mark(
                entry.kind().name(),
                (starts ? clock(interval.from(), zone) + " " : "") + entry.title(),
                entry.title() + ", " + entry.kind().word() + " of " + entry.scope() + ": " + local(interval.from(), own)
                        + (interval.until() == null ? " until somebody ends it" : " to " + local(interval.until(), own))
                        + " " + own,
                "#entry-" + entry.number());
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static String local(Instant at, ZoneId zone) {
        return LOCAL.format(at.atZone(zone));
    }

    /** One day and what is on it. */
    record Day(LocalDate date, boolean inside, boolean today, List<Mark> marks) {}

    /**
     * Something on a day.
     *
     * @param title all about it, for those who point at it
     */
    record Mark(
            String kind,
            String text,
            String title,
            @Nullable String link) {}
}
