package dev.slipway.calendar;

import dev.slipway.calendar.CalendarEvent.Added;
import dev.slipway.calendar.CalendarEvent.Changed;
import dev.slipway.calendar.CalendarEvent.Ended;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes windows and freezes in, changes and ends them, and says so. Whether that is right has been checked before. */
@Component
class Entries {

    private final CalendarRows rows;
    private final Neighbours neighbours;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(CalendarRows rows, Neighbours neighbours, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.events = events;
        this.clock = clock;
    }

    Entry add(EntryDraft draft, boolean stop, @Nullable Long feed, String uid) {
        var number = rows.insert(entry(0, draft, stop, feed, uid));
        var entry = rows.find(number).orElseThrow();
        events.publishEvent(new Added(entry));
        return entry;
    }

    /** Changes what is different; the same again changes nothing. */
    Entry change(Entry before, EntryDraft draft) {
        if (draft.equals(EntryDraft.of(before))) {
            return before;
        }
        rows.update(entry(before.number(), draft, before.stop(), before.feed(), before.uid()));
        var entry = rows.find(before.number()).orElseThrow();
        events.publishEvent(new Changed(before, entry));
        return entry;
    }

    Entry end(Entry entry, String reason) {
        rows.end(entry.number(), now(), reason);
        events.publishEvent(new Ended(entry, reason));
        return rows.find(entry.number()).orElseThrow();
    }

    private Entry entry(long number, EntryDraft draft, boolean stop, @Nullable Long feed, String uid) {
        return new Entry(
                number,
                Objects.requireNonNull(draft.kind()),
                draft.title(),
                draft.reason(),
                scope(draft),
                new Timing(
                        Objects.requireNonNull(draft.start()).truncatedTo(ChronoUnit.SECONDS),
                        draft.end() == null ? null : draft.end().truncatedTo(ChronoUnit.SECONDS),
                        ZoneId.of(draft.zone()),
                        draft.rule(),
                        draft.except()),
                draft.hotfixPasses(),
                stop,
                feed,
                uid,
                neighbours.actor().toString(),
                now(),
                null,
                "");
    }

    static Scope scope(EntryDraft draft) {
        return new Scope(
                draft.product().isEmpty() ? null : new ProductKey(draft.product()),
                draft.environment().isEmpty() ? null : new EnvironmentKey(draft.environment()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
