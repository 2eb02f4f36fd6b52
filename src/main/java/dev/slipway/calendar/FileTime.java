package dev.slipway.calendar;

import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.ICalProperty;
import biweekly.util.ICalDate;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Date;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A time as an iCalendar file says it.
 *
 * @param isDay whether it is a whole day
 */
record FileTime(LocalDateTime local, ZoneId zone, boolean isDay) {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Empty where it is in a zone that is not known here and keeps other hours than the given one. */
    static Optional<FileTime> of(ICalProperty property, @Nullable ICalDate date, TimezoneInfo zones, ZoneId otherwise) {
        var raw = date == null ? null : date.getRawComponents();
        if (raw == null) {
            return Optional.empty();
        }
        if (!raw.hasTime()) {
            return Optional.of(new FileTime(
                    LocalDateTime.of(raw.getYear(), raw.getMonth(), raw.getDate(), 0, 0), otherwise, true));
        }
        var local = LocalDateTime.of(
                raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
        if (raw.isUtc()) {
            return Optional.of(new FileTime(local, UTC, false));
        }
        var assignment = zones.getTimezone(property);
        if (assignment == null) {
            var named = property.getParameter("TZID");
            return (named == null ? Optional.of(otherwise) : known(named))
                    .map(zone -> new FileTime(local, zone, false));
        }
        return name(assignment)
                .or(() -> same(assignment, local, otherwise))
                .map(zone -> new FileTime(local, zone, false));
    }

    /** The same instant by the clock of another zone. */
    LocalDateTime in(ZoneId other) {
        return isDay || zone.equals(other)
                ? local
                : local.atZone(zone).withZoneSameInstant(other).toLocalDateTime();
    }

    private static Optional<ZoneId> name(TimezoneAssignment assignment) {
        var component = assignment.getComponent();
        return Optional.ofNullable(assignment.getGlobalId())
                .flatMap(FileTime::known)
                .or(() -> component == null || component.getTimezoneId() == null
                        ? Optional.empty()
                        : known(component.getTimezoneId().getValue()))
                .or(() -> known(assignment.getTimeZone().getID()));
    }

    /** Programs write {@code /vendor/Europe/Berlin} too. */
    private static Optional<ZoneId> known(String name) {
        var parts = name.split("/");
        return IntStream.range(0, parts.length)
                .mapToObj(
                        from -> String.join("/", java.util.Arrays.asList(parts).subList(from, parts.length)))
                .filter(id -> ZoneRulesProvider.getAvailableZoneIds().contains(id))
                .findFirst()
                .map(ZoneId::of);
    }

    /** A zone by a name of its own, such as {@code W. Europe Standard Time}, that goes by the same clock then. */
    private static Optional<ZoneId> same(TimezoneAssignment assignment, LocalDateTime local, ZoneId otherwise) {
        var instant = local.atZone(otherwise).toInstant();
        return offset(assignment, instant)
                        == otherwise.getRules().getOffset(instant).getTotalSeconds() * 1000
                ? Optional.of(otherwise)
                : Optional.empty();
    }

    private static int offset(TimezoneAssignment assignment, Instant at) {
        return assignment.getTimeZone().getOffset(Date.from(at).getTime());
    }
}
