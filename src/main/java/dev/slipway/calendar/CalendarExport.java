package dev.slipway.calendar;

import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

/** Writes the release calendar as an iCalendar file, every time in its own zone. */
final class CalendarExport {

    /** For how long a zone's changes of offset are written out. */
    private static final Duration AHEAD = Duration.ofDays(366 * 3);

    private final ICalendar calendar = new ICalendar();
    private final Map<ZoneId, TimezoneAssignment> zones = new HashMap<>();
    private final Instant now;

    CalendarExport(Instant now) {
        this.now = now;
        calendar.setProductId("-//Slipway//Release calendar//EN");
        calendar.setName("Release calendar");
    }

    String of(List<Entry> entries, List<Planned> plans) {
        entries.forEach(this::add);
        plans.forEach(this::add);
        return calendar.write();
    }

    private void add(Entry entry) {
        var timing = entry.timing();
        var event = event(
                "entry-" + entry.number(),
                (entry.kind() == Entry.Kind.WINDOW ? "Window: " : "Freeze: ") + entry.title(),
                entry.reason(),
                entry.scope() + (entry.hotfixPasses() ? ", a hotfix passes" : ""));
        inZone(event.setDateStart(date(timing.start(), timing.zone())), timing.zone());
        var end = timing.end();
        inZone(
                event.setDateEnd(end == null ? Date.from(now.plus(Duration.ofDays(1))) : date(end, timing.zone())),
                timing.zone());
        if (timing.recurs()) {
            event.addExperimentalProperty(
                    "RRULE", Recurrence.of(timing.rule(), timing.zone()).withAbsoluteEnd(timing.zone()));
        }
        if (!timing.except().isEmpty()) {
            var except = new ExceptionDates();
            timing.except().stream()
                    .sorted()
                    .forEach(time -> except.getValues().add(new ICalDate(date(time, timing.zone()), true)));
            event.addExceptionDates(except);
            inZone(except, timing.zone());
        }
        calendar.addEvent(event);
    }

    private void add(Planned planned) {
        var event = event(
                planned.release() + "-" + planned.environment(),
                planned.release() + " in " + planned.environment(),
                "Planned to be in " + planned.environment() + " by then.",
                planned.product().value());
        event.setDateStart(Date.from(planned.at()));
        calendar.addEvent(event);
    }

    private VEvent event(String uid, String title, String reason, String scope) {
        var event = new VEvent();
        event.setUid(uid + "@slipway");
        event.setDateTimeStamp(Date.from(now));
        event.setSummary(title);
        event.setDescription(scope + (reason.isEmpty() ? "" : "\n" + reason));
        return event;
    }

    private static Date date(LocalDateTime time, ZoneId zone) {
        return Date.from(time.atZone(zone).toInstant());
    }

    private void inZone(ICalProperty property, ZoneId zone) {
        if (!zone.getId().equals("UTC")) {
            calendar.getTimezoneInfo()
                    .setTimezone(
                            property,
                            zones.computeIfAbsent(
                                    zone, id -> new TimezoneAssignment(TimeZone.getTimeZone(id), described(id))));
        }
    }

    /** The zone's offset since long ago, and every change of it that matters for what is written here. */
    private VTimezone described(ZoneId zone) {
        var described = new VTimezone(zone.getId());
        var rules = zone.getRules();
        var since = now.minus(AHEAD);
        var offset = rules.getOffset(since);
        add(described, false, LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset);
        ZoneOffsetTransition change = rules.nextTransition(since);
        while (change != null && change.getInstant().isBefore(now.plus(AHEAD))) {
            add(
                    described,
                    rules.isDaylightSavings(change.getInstant()),
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter());
            change = rules.nextTransition(change.getInstant());
        }
        return described;
    }

    private static void add(VTimezone zone, boolean summer, LocalDateTime at, ZoneOffset before, ZoneOffset after) {
        Observance observance;
        if (summer) {
            var time = new DaylightSavingsTime();
            zone.addDaylightSavingsTime(time);
            observance = time;
        } else {
            var time = new StandardTime();
            zone.addStandardTime(time);
            observance = time;
        }
        observance.setDateStart(new DateTimeComponents(
                at.getYear(),
                at.getMonthValue(),
                at.getDayOfMonth(),
                at.getHour(),
                at.getMinute(),
                at.getSecond(),
                false));
        observance.setTimezoneOffsetFrom(new UtcOffset(before.getTotalSeconds() * 1000L));
        observance.setTimezoneOffsetTo(new UtcOffset(after.getTotalSeconds() * 1000L));
    }
}
