package dev.slipway.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A window or a freeze as it is shown over HTTP. */
record EntryView(
        long number,
        String kind,
        String title,
        String reason,
        @Nullable String product,
        @Nullable String environment,
        LocalDateTime start,
        @Nullable LocalDateTime end,
        String zone,
        String rule,
        List<LocalDateTime> except,
        boolean hotfixPasses,
        boolean stopsTheLine,
        @Nullable Long feed,
        String document,
        String changedBy,
        Instant changedAt,
        @Nullable Instant endedAt,
        String endReason) {

    static EntryView of(Entry entry) {
        return new EntryView(
                entry.number(),
                entry.kind().word(),
                entry.title(),
                entry.reason(),
                CalendarRows.text(entry.scope().product()),
                CalendarRows.text(entry.scope().environment()),
                entry.timing().start(),
                entry.timing().end(),
                entry.timing().zone().getId(),
                entry.timing().rule(),
                entry.timing().except().stream().sorted().toList(),
                entry.hotfixPasses(),
                entry.stop(),
                entry.feed(),
                entry.document(),
                entry.by(),
                entry.changedAt(),
                entry.endedAt(),
                entry.endReason());
    }
}
