package dev.slipway.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** When something comes again, in local time: an RRULE of RFC 5545. What an offset does to it is not its business. */
final class Recurrence {

    private static final int MOST_TIMES = 10_000;

    private final RecurrenceRule rule;

    private Recurrence(RecurrenceRule rule) {
        this.rule = rule;
    }

    /** Reads a rule; the end that it may name as an instant becomes one of the zone's local times. */
    static Recurrence of(String text, ZoneId zone) {
        try {
            var rule = new RecurrenceRule(text, RfcMode.RFC5545_STRICT);
            var until = rule.getUntil();
            if (until != null) {
                rule.setUntil(floating(until, zone));
            }
            return new Recurrence(rule);
        } catch (InvalidRecurrenceRuleException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    /** Why a rule cannot be used; empty where it can. */
    static Optional<String> flaw(String text, LocalDateTime start, ZoneId zone) {
        try {
            var recurrence = of(text, zone);
            if (recurrence.isDense()) {
                return Optional.of("A rule recurs daily or more rarely, at full hours or at the minute of its start."
                        + " Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY without BYMINUTE and BYSECOND.");
            }
            var times = recurrence.rule.getCount();
            if (times != null && times > MOST_TIMES) {
                return Optional.of("A rule that ends after more than " + MOST_TIMES
                        + " times has to be counted through each time it is asked. Name its end with UNTIL.");
            }
            var first = recurrence.from(start, start);
            if (!first.hasNext()) {
                return Optional.of("No day fits this rule. Give a later UNTIL, or another rule.");
            }
            var begins = first.next();
            return begins.equals(start)
                    ? Optional.empty()
                    : Optional.of("The start does not fit the rule, which begins on " + begins
                            + ". Give that start, or another rule.");
        } catch (IllegalArgumentException unreadable) {
            return Optional.of("This is no recurrence rule of RFC 5545: " + unreadable.getMessage()
                    + ". An example: FREQ=WEEKLY;BYDAY=TU,TH.");
        }
    }

    private boolean isDense() {
        return rule.getFreq() == Freq.SECONDLY
                || rule.getFreq() == Freq.MINUTELY
                || rule.getFreq() == Freq.HOURLY
                || rule.hasPart(Part.BYMINUTE)
                || rule.hasPart(Part.BYSECOND);
    }

    /** Every time from the given one on, of a series that begins at the start. */
    Iterator<LocalDateTime> from(LocalDateTime start, LocalDateTime from) {
        try {
            var times = rule.iterator(floating(start));
            if (from.isAfter(start)) {
                times.fastForward(floating(from));
            }
            return new Local(times);
        } catch (IllegalArgumentException tooManyEmptySets) {
            return Collections.emptyIterator();
        }
    }

    /** The rule with its end as an instant, which is how files that name a zone have it. */
    String withAbsoluteEnd(ZoneId zone) {
        var until = rule.getUntil();
        if (until == null) {
            return rule.toString();
        }
        var absolute = local(until).atZone(zone).toInstant();
        var copy = Recurrence.of(rule.toString(), zone).rule;
        copy.setUntil(new DateTime(DateTime.UTC, absolute.toEpochMilli()));
        return copy.toString();
    }

    private static DateTime floating(DateTime until, ZoneId zone) {
        if (until.isAllDay()) {
            return new DateTime(until.getYear(), until.getMonth(), until.getDayOfMonth(), 23, 59, 59);
        }
        return until.isFloating()
                ? until
                : floating(
                        Instant.ofEpochMilli(until.getTimestamp()).atZone(zone).toLocalDateTime());
    }

    private static DateTime floating(LocalDateTime time) {
        return new DateTime(
                time.getYear(),
                time.getMonthValue() - 1,
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond());
    }

    private static LocalDateTime local(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    /** A rule that fits no day any more (30 February) has no next time. */
    private static final class Local implements Iterator<LocalDateTime> {

        private final RecurrenceRuleIterator times;

        private Local(RecurrenceRuleIterator times) {
            this.times = times;
        }

        @Override
        public boolean hasNext() {
            try {
                return times.hasNext();
            } catch (IllegalArgumentException tooManyEmptySets) {
                return false;
            }
        }

        @Override
        public LocalDateTime next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return local(times.nextDateTime());
        }
    }
}
