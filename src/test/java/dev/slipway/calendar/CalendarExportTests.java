package dev.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalendarExportTests {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @EveryDatabase
    void comesBackAsItWentOut(Database database) {
        var office = new Office(database);
        var entries = List.of(
                Year.freeze("Year end", "2026-12-18T18:00", "2027-01-02T08:00", "Europe/Berlin", ""),
                Year.freeze(
                        "Nights",
                        "2026-11-24T22:00",
                        "2026-11-25T06:00",
                        "America/New_York",
                        "FREQ=DAILY;UNTIL=20270401"),
                Year.freeze("UTC", "2026-11-24T22:00", "2026-11-25T06:00", "UTC", "FREQ=WEEKLY;COUNT=9"),
                Year.freeze("Howe", "2026-03-24T01:45", "2026-03-24T02:15", "Australia/Lord_Howe", "FREQ=DAILY"));

        var text = new CalendarExport(NOW).of(entries, List.of());
        office.feeds.upload(new FeedOrder("Back", "", Entry.Kind.FREEZE, "", "", "Asia/Tokyo", false), text);

        assertThat(text).contains("TZID=Europe/Berlin", "BEGIN:VTIMEZONE", "RRULE:FREQ=DAILY");
        var back = office.calendar.entries();
        assertThat(back)
                .extracting(entry -> entry.timing().zone())
                .containsExactlyElementsOf(
                        entries.stream().map(entry -> entry.timing().zone()).toList());
        for (var index = 0; index < entries.size(); index++) {
            assertThat(times(back.get(index))).isEqualTo(times(entries.get(index)));
        }
    }

    @Test
    void tellsWhatIsPlanned() {
        var planned = new Planned(
                new ReleaseId("payments-1.1.0"),
                Year.PAYMENTS,
                Year.PRODUCTION,
                Instant.parse("2026-12-01T15:00:00Z"),
                false,
                Set.of());

        assertThat(new CalendarExport(NOW).of(List.of(), List.of(planned)))
                .contains(
                        "SUMMARY:payments-1.1.0 in production",
                        "DTSTART:20261201T150000Z",
                        "UID:payments-1.1.0-production@slipway");
    }

    private static List<Interval> times(Entry entry) {
        var found = new ArrayList<Interval>();
        var intervals = entry.intervals(Instant.parse("2026-03-01T00:00:00Z"));
        while (intervals.hasNext() && found.size() < 250) {
            found.add(intervals.next());
        }
        return found;
    }
}
