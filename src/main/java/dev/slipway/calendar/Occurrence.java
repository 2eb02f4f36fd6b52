package dev.slipway.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One time that a window or a freeze is in force. */
public record Occurrence(Entry entry, Interval interval) {

    static List<Occurrence> of(Entry entry, Instant from, Instant until, int most) {
        var found = new ArrayList<Occurrence>();
        var intervals = entry.intervals(from);
        while (intervals.hasNext() && found.size() < most) {
            var interval = intervals.next();
            if (!interval.from().isBefore(until)) {
                return found;
            }
            found.add(new Occurrence(entry, interval));
        }
        return found;
    }
}
