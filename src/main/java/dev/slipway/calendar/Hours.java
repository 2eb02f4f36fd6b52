package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When one product may be deployed to one environment. A freeze always wins. Where there are windows for a scope, everything outside all of them is closed;
 * windows for several scopes have to be open together.
 */
final class Hours {

    private static final Duration HORIZON = Duration.ofDays(366 * 10);
    private static final int MOST_STEPS = 20_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm VV", Locale.ENGLISH);

    private final Collection<Entry> entries;

    /** @param entries only those that are about the product and the environment */
    Hours(Collection<Entry> entries) {
        this.entries = entries;
    }

    Status at(Instant at) {
        var inForce = entries.stream().filter(entry -> entry.isInForce(at)).toList();
        var freezes = inForce.stream()
                .filter(entry -> entry.kind() == Kind.FREEZE)
                .map(entry -> new Cursor(entry, at))
                .toList();
        var windows = inForce.stream()
                .filter(entry -> entry.kind() == Kind.WINDOW)
                .map(entry -> new Cursor(entry, at))
                .collect(Collectors.groupingBy(cursor -> cursor.entry.scope()))
                .values();
        var first = closing(at, freezes, windows);
        if (first.isEmpty()) {
            return new Status(false, "", at);
        }
        var opening = opening(first.get(), at, freezes, windows);
        return new Status(true, first.get().words(opening), opening);
    }

    private static @Nullable Instant opening(
            Closing first, Instant at, List<Cursor> freezes, Collection<List<Cursor>> windows) {
        var closing = Optional.of(first);
        for (var step = 0; step < MOST_STEPS; step++) {
            var until = closing.get().until();
            if (until == null || until.isAfter(at.plus(HORIZON))) {
                return null;
            }
            closing = closing(until, freezes, windows);
            if (closing.isEmpty()) {
                return until;
            }
        }
        return null;
    }

    private static Optional<Closing> closing(Instant at, List<Cursor> freezes, Collection<List<Cursor>> windows) {
        freezes.forEach(cursor -> cursor.moveTo(at));
        windows.forEach(scope -> scope.forEach(cursor -> cursor.moveTo(at)));
        return freezes.stream()
                .flatMap(cursor -> cursor.now().map(now -> new Closing(cursor.entry, now.until())).stream())
                .max(Comparator.comparing(Closing::end))
                .or(() -> windows.stream()
                        .filter(scope ->
                                scope.stream().allMatch(cursor -> cursor.now().isEmpty()))
                        .map(Hours::closed)
                        .max(Comparator.comparing(Closing::end)));
    }

    private static Closing closed(List<Cursor> scope) {
        return scope.stream()
                .filter(cursor -> cursor.next().isPresent())
                .min(Comparator.comparing(cursor -> cursor.next().orElseThrow()))
                .map(next -> new Closing(next.entry, next.next().orElseThrow()))
                .orElseGet(() -> new Closing(scope.get(0).entry, null));
    }

    /** @param until when this reason is over; null where it never is by itself */
    private record Closing(Entry entry, @Nullable Instant until) {

        Instant end() {
            return until == null ? Instant.MAX : until;
        }

        String words(@Nullable Instant opening) {
            var zone = entry.timing().zone();
            if (entry.kind() == Kind.WINDOW) {
                return "No window of " + entry.scope()
                        + (until == null
                                ? " is open, nor will be"
                                : " is open until " + time(until, zone) + ", when '" + entry.title() + "' begins")
                        + later(opening);
            }
            if (entry.stop()) {
                return "The line is stopped for " + entry.scope() + ": " + entry.reason()
                        + (until == null ? "" : ", until " + time(until, zone) + later(opening));
            }
            return "Freeze '" + entry.title() + "' "
                    + (until == null ? "until somebody ends it" : "until " + time(until, zone) + later(opening));
        }

        private String later(@Nullable Instant opening) {
            if (until == null || until.equals(opening)) {
                return "";
            }
            return opening == null
                    ? "; nothing opens after that"
                    : "; open on " + time(opening, entry.timing().zone());
        }

        private static String time(Instant at, ZoneId zone) {
            return TIME.format(at.atZone(zone));
        }
    }
}
