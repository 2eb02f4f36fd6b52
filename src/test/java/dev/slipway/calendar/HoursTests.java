package dev.slipway.calendar;

import static dev.slipway.calendar.Year.at;
import static dev.slipway.calendar.Year.freeze;
import static dev.slipway.calendar.Year.window;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Entry.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoursTests {

    private static final String BERLIN = "Europe/Berlin";

    @Test
    void isOpenWhereNothingIsSaid() {
        assertThat(at("2026-11-24T10:00:00Z")).isEqualTo(new Status(false, "", Instant.parse("2026-11-24T10:00:00Z")));
    }

    @Test
    void saysWhichFreezeAndUntilWhenInItsOwnZone() {
        var yearEnd = freeze("Year end", "2026-12-18T18:00", "2027-01-02T08:00", BERLIN, "");

        var status = at("2026-12-24T12:00:00Z", yearEnd);

        assertThat(status.closed()).isTrue();
        assertThat(status.reason()).isEqualTo("Freeze 'Year end' until 2 Jan 2027 08:00 Europe/Berlin");
        assertThat(status.nextOpening()).isEqualTo("2027-01-02T07:00:00Z");
    }

    @Test
    void beginsWithItsFirstInstantAndEndsBeforeItsLast() {
        var freeze = freeze("F", "2026-12-01T10:00", "2026-12-01T11:00", "UTC", "");

        assertThat(at("2026-12-01T09:59:59.999999Z", freeze).closed()).isFalse();
        assertThat(at("2026-12-01T10:00:00Z", freeze).closed()).isTrue();
        assertThat(at("2026-12-01T10:59:59.999999Z", freeze).closed()).isTrue();
        assertThat(at("2026-12-01T11:00:00Z", freeze).closed()).isFalse();
    }

    @Test
    void isClosedOutsideOfAllWindows() {
        var tuesdays = window("Tuesdays", "2026-01-06T10:00", "2026-01-06T12:00", BERLIN, "FREQ=WEEKLY;BYDAY=TU");

        assertThat(at("2026-11-24T09:30:00Z", tuesdays).closed()).isFalse();
        var wednesday = at("2026-11-25T09:30:00Z", tuesdays);
        assertThat(wednesday.reason())
                .isEqualTo(
                        "No window of everything is open until 1 Dec 2026 10:00 Europe/Berlin, when 'Tuesdays' begins");
        assertThat(wednesday.nextOpening()).isEqualTo("2026-12-01T09:00:00Z");
    }

    @Test
    void aFreezeWinsOverAWindow() {
        var tuesdays = window("Tuesdays", "2026-01-06T10:00", "2026-01-06T12:00", BERLIN, "FREQ=WEEKLY;BYDAY=TU");
        var freeze = freeze("Audit", "2026-11-23T00:00", "2026-11-27T00:00", BERLIN, "");

        var status = at("2026-11-24T09:30:00Z", tuesdays, freeze);

        assertThat(status.reason())
                .isEqualTo(
                        "Freeze 'Audit' until 27 Nov 2026 00:00 Europe/Berlin; open on 1 Dec 2026 10:00 Europe/Berlin");
        assertThat(status.nextOpening()).isEqualTo("2026-12-01T09:00:00Z");
    }

    @Test
    void windowsOfSeveralScopesHaveToBeOpenTogether() {
        var all = window("Office", "2026-11-23T08:00", "2026-11-23T18:00", "UTC", "FREQ=DAILY");
        var production = Year.entry(
                Kind.WINDOW,
                "Night",
                new Scope(null, Year.PRODUCTION),
                Year.timing("2026-11-23T17:00", "2026-11-23T23:00", "UTC", "FREQ=DAILY"));

        assertThat(at("2026-11-23T09:00:00Z", all, production).nextOpening()).isEqualTo("2026-11-23T17:00:00Z");
        assertThat(at("2026-11-23T17:30:00Z", all, production).closed()).isFalse();
        assertThat(at("2026-11-23T18:30:00Z", all, production).nextOpening()).isEqualTo("2026-11-24T17:00:00Z");
    }

    @Test
    void oneOfTheWindowsOfAScopeIsEnough() {
        var morning = window("Morning", "2026-11-23T08:00", "2026-11-23T09:00", "UTC", "");
        var evening = window("Evening", "2026-11-23T20:00", "2026-11-23T21:00", "UTC", "");

        assertThat(at("2026-11-23T20:30:00Z", morning, evening).closed()).isFalse();
        assertThat(at("2026-11-23T10:00:00Z", morning, evening).nextOpening()).isEqualTo("2026-11-23T20:00:00Z");
    }

    @Test
    void saysThatItNeverOpens() {
        var over = window("Once", "2026-11-01T08:00", "2026-11-01T09:00", "UTC", "");
        var endless = freeze("Endless", "2026-11-01T08:00", "", "UTC", "");
        var always = freeze("Always", "2026-11-01T00:00", "2026-11-02T00:00", "UTC", "FREQ=DAILY");

        assertThat(at("2026-11-23T10:00:00Z", over))
                .isEqualTo(new Status(true, "No window of everything is open, nor will be", null));
        assertThat(at("2026-11-23T10:00:00Z", endless))
                .isEqualTo(new Status(true, "Freeze 'Endless' until somebody ends it", null));
        assertThat(at("2026-11-23T10:00:00Z", always).nextOpening()).isNull();
    }

    @ParameterizedTest(name = "{0} {1} to {2}")
    @CsvSource({
        // The gap of 29 March 2026 in Berlin, 02:00 to 03:00: what begins or ends in it does so as long after it.
        "Europe/Berlin, 2026-03-29T02:30, 2026-03-29T04:00, 2026-03-29T01:30:00Z, 2026-03-29T02:00:00Z",
        "Europe/Berlin, 2026-03-29T01:00, 2026-03-29T02:30, 2026-03-29T00:00:00Z, 2026-03-29T01:30:00Z",
        // The overlap of 25 October 2026 in Berlin, 02:00 to 03:00 twice: from the first to the last.
        "Europe/Berlin, 2026-10-25T02:30, 2026-10-25T02:45, 2026-10-25T00:30:00Z, 2026-10-25T01:45:00Z",
        // Half an hour of summer time, and offsets of 45 minutes.
        "Australia/Lord_Howe, 2026-04-05T01:45, 2026-04-05T01:50, 2026-04-04T14:45:00Z, 2026-04-04T15:20:00Z",
        "Asia/Kathmandu, 2026-02-28T00:00, 2026-03-01T00:00, 2026-02-27T18:15:00Z, 2026-02-28T18:15:00Z",
        "Pacific/Chatham, 2026-09-27T02:50, 2026-09-27T04:00, 2026-09-26T14:05:00Z, 2026-09-26T14:15:00Z",
        // A day that Samoa left out: 30 December 2011.
        "Pacific/Apia, 2011-12-30T12:00, 2011-12-31T13:00, 2011-12-30T22:00:00Z, 2011-12-30T23:00:00Z",
    })
    void keepsLocalTimeAcrossChangesOfTheOffset(String zone, String start, String end, Instant from, Instant until) {
        var intervals = Year.freeze("F", start, end, zone, "").intervals(Instant.EPOCH);

        assertThat(intervals).toIterable().containsExactly(new Interval(from, until));
    }

    @Test
    void leavesOutWhatWouldBeOverBeforeItBegins() {
        assertThat(Year.freeze("F", "2026-03-29T02:30", "2026-03-29T03:00", BERLIN, "")
                        .intervals(Instant.EPOCH))
                .toIterable()
                .isEmpty();
    }

    @Test
    void stillComesEveryLeapDay() {
        var leap = freeze("Leap", "2024-02-29T00:00", "2024-03-01T00:00", "UTC", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29");

        var later = leap.intervals(Instant.parse("2024-03-01T00:00:00Z"));

        assertThat(later.next().from()).isEqualTo("2028-02-29T00:00:00Z");
        assertThat(later.next().until()).isEqualTo("2032-03-01T00:00:00Z");
    }

    @Test
    void readsTheEndOfARuleInItsZone() {
        var mornings = "FREQ=DAILY;UNTIL=";
        for (var until : new String[] {"20261203T080000Z", "20261203T090000", "20261203"}) {
            assertThat(freeze("F", "2026-12-01T09:00", "2026-12-01T10:00", BERLIN, mornings + until)
                            .intervals(Instant.EPOCH))
                    .as(until)
                    .toIterable()
                    .hasSize(3);
        }
    }
}
