package dev.slipway.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Follows one entry through time, forwards only. */
final class Cursor {

    /** Starts may be out of order by less than this where the offset changes. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private static final Comparator<Interval> LONGEST =
            Comparator.comparing(interval -> interval.until() == null ? Instant.MAX : interval.until());

    final Entry entry;
    private final Iterator<Interval> rest;
    private final PriorityQueue<Interval> coming = new PriorityQueue<>(Comparator.comparing(Interval::from));
    private final List<Interval> active = new ArrayList<>();
    private @Nullable Interval read;

    Cursor(Entry entry, Instant from) {
        this.entry = entry;
        this.rest = entry.intervals(from);
    }

    void moveTo(Instant at) {
        while (rest.hasNext() && (read == null || read.from().isBefore(at.plus(AHEAD)))) {
            read = rest.next();
            coming.add(read);
        }
        while (!coming.isEmpty() && !coming.peek().from().isAfter(at)) {
            active.add(coming.remove());
        }
        active.removeIf(interval -> !interval.endsAfter(at));
    }

    /** The time that is going on now; the longest where several are. */
    Optional<Interval> now() {
        return active.stream().max(LONGEST);
    }

    Optional<Instant> next() {
        return Optional.ofNullable(coming.peek()).map(Interval::from);
    }
}
