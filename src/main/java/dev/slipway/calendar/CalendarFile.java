package dev.slipway.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.io.WriteContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.property.RecurrenceRule;
import dev.slipway.release.Flaw;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an iCalendar file. What it names in a zone stays in that zone; what names none is meant in the zone of the import. */
final class CalendarFile {

    private static final int MOST = 2_000;
    private static final int TITLE = 200;
    private static final int REASON = 2_000;

    private final Feed feed;
    private final DraftCheck check;
    private final Map<String, EntryDraft> drafts = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();

    CalendarFile(Feed feed, DraftCheck check) {
        this.feed = feed;
        this.check = check;
    }

    /** What is in the file; empty where it is no iCalendar file. */
    Optional<Imported> read(String text) {
        List<ICalendar> calendars;
        try {
            calendars = Biweekly.parse(text).all();
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
        if (calendars.isEmpty()) {
            return Optional.empty();
        }
        calendars.forEach(this::take);
        return Optional.of(new Imported(drafts, skipped));
    }

    private void take(ICalendar calendar) {
        var zones = calendar.getTimezoneInfo();
        Map<String, Set<LocalDateTime>> moved = new LinkedHashMap<>();
        for (var event : calendar.getEvents()) {
            var original = event.getRecurrenceId();
            if (original != null) {
                FileTime.of(original, original.getValue(), zones, feed.zone())
                        .ifPresent(time -> moved.computeIfAbsent(uid(event), uid -> new HashSet<>())
                                .add(time.local()));
            }
        }
        for (var event : calendar.getEvents()) {
            if (event.getStatus() == null || !event.getStatus().isCancelled()) {
                take(event, zones, moved.getOrDefault(uid(event), Set.of()));
            }
        }
    }

    private void take(VEvent event, TimezoneInfo zones, Set<LocalDateTime> moved) {
        var start = Optional.ofNullable(event.getDateStart())
                .flatMap(property -> FileTime.of(property, property.getValue(), zones, feed.zone()));
        if (start.isEmpty()) {
            skip(event, "its start names no time zone that is known here");
            return;
        }
        var length = length(event, start.get(), zones);
        if (length.isZero() || length.isNegative()) {
            skip(event, "it has no length");
            return;
        }
        var rule = event.getRecurrenceRule();
        var series = rule != null && event.getRecurrenceId() == null;
        var except = new HashSet<LocalDateTime>();
        if (series) {
            except.addAll(moved);
            event.getExceptionDates()
                    .forEach(dates -> dates.getValues()
                            .forEach(date -> FileTime.of(dates, date, zones, feed.zone())
                                    .ifPresent(time -> except.add(
                                            time.isDay()
                                                    ? time.local()
                                                            .toLocalDate()
                                                            .atTime(start.get()
                                                                    .local()
                                                                    .toLocalTime())
                                                    : time.local()))));
        }
        var uid = uid(event)
                + (event.getRecurrenceId() == null ? "" : "#" + start.get().local());
        keep(uid, event, start.get(), length, series ? words(rule) : "", except);
        event.getRecurrenceDates()
                .forEach(dates -> dates.getDates()
                        .forEach(date -> FileTime.of(dates, date, zones, feed.zone())
                                .ifPresent(time ->
                                        keep(uid(event) + "@" + time.local(), event, time, length, "", Set.of()))));
    }

    private void keep(
            String uid, VEvent event, FileTime start, Duration length, String rule, Set<LocalDateTime> except) {
        var draft = new EntryDraft(
                feed.kind(),
                bounded(title(event), TITLE),
                bounded("Imported from " + feed.name() + description(event), REASON),
                EntryDraft.text(feed.scope().product()),
                EntryDraft.text(feed.scope().environment()),
                start.local(),
                start.local().plus(length),
                start.zone().getId(),
                rule,
                except,
                feed.hotfixPasses());
        var flaws = check.flaws(draft);
        if (!flaws.isEmpty()) {
            skip(event, flaws.stream().map(Flaw::reason).collect(Collectors.joining(" ")));
        } else if (drafts.size() >= MOST) {
            skip(event, "there are more than " + MOST);
        } else {
            drafts.put(uid, draft);
        }
    }

    private Duration length(VEvent event, FileTime start, TimezoneInfo zones) {
        var end = event.getDateEnd();
        if (end != null) {
            return FileTime.of(end, end.getValue(), zones, feed.zone())
                    .map(time -> Duration.between(start.local(), time.in(start.zone())))
                    .orElse(Duration.ZERO);
        }
        if (event.getDuration() != null) {
            return Duration.ofMillis(event.getDuration().getValue().toMillis());
        }
        return start.isDay() ? Duration.ofDays(1) : Duration.ZERO;
    }

    private static String words(RecurrenceRule rule) {
        return new RecurrenceRuleScribe().writeText(rule, new WriteContext(ICalVersion.V2_0, new TimezoneInfo(), null));
    }

    private void skip(VEvent event, String reason) {
        skipped.add("'" + bounded(title(event), TITLE) + "': " + reason);
    }

    private static String title(VEvent event) {
        return text(event.getSummary() == null ? null : event.getSummary().getValue(), "Without a title");
    }

    private static String description(VEvent event) {
        var text = text(
                event.getDescription() == null ? null : event.getDescription().getValue(), "");
        return text.isEmpty() ? "" : ": " + text;
    }

    private static String uid(VEvent event) {
        return bounded(text(event.getUid() == null ? null : event.getUid().getValue(), title(event)), TITLE);
    }

    private static String text(@Nullable String value, String otherwise) {
        var text = Objects.requireNonNullElse(value, "").strip();
        return text.isEmpty() ? otherwise : text;
    }

    private static String bounded(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
