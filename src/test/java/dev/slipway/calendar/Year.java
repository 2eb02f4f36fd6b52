package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** Windows and freezes for tests, without a database. */
final class Year {

    static final ProductKey PAYMENTS = new ProductKey("payments");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private Year() {}

    static Entry window(String title, String start, String end, String zone, String rule) {
        return entry(Kind.WINDOW, title, start, end, zone, rule);
    }

    static Entry freeze(String title, String start, String end, String zone, String rule) {
        return entry(Kind.FREEZE, title, start, end, zone, rule);
    }

    private static Entry entry(Kind kind, String title, String start, String end, String zone, String rule) {
        return entry(kind, title, Scope.EVERYTHING, timing(start, end, zone, rule));
    }

    static Entry entry(Kind kind, String title, Scope scope, Timing timing) {
        return new Entry(
                title.hashCode(),
                kind,
                title,
                "because",
                scope,
                timing,
                false,
                false,
                null,
                "",
                "person:ada",
                Instant.EPOCH,
                null,
                "");
    }

    static Timing timing(String start, String end, String zone, String rule) {
        return new Timing(
                LocalDateTime.parse(start),
                end.isEmpty() ? null : LocalDateTime.parse(end),
                ZoneId.of(zone),
                rule,
                Set.of());
    }

    static Status at(String instant, Entry... entries) {
        return new Hours(List.of(entries)).at(Instant.parse(instant));
    }
}
