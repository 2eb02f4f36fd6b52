package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.calendar.Planned;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MonthTests {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Test
    void isDrawnInWholeWeeks() {
        var month = month("Europe/Berlin", "2026-03-10T12:00:00Z");

        assertThat(month.title()).isEqualTo("March 2026");
        assertThat(month.weeks()).hasSize(6).allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(month.weeks().get(0).get(0).date()).isEqualTo("2026-02-23");
        assertThat(month.weeks().get(5).get(6).date()).isEqualTo("2026-04-05");
        assertThat(month.weeks().get(2).get(1).today()).isTrue();
        assertThat(month.weeks().get(0).get(0).inside()).isFalse();
    }

    @Test
    void putsAnInstantOnTheDayThatItIsForTheReader() {
        assertThat(dayWithMark("Pacific/Auckland")).isEqualTo("2026-03-11");
        assertThat(dayWithMark("America/Los_Angeles")).isEqualTo("2026-03-10");
    }

    private static LocalDate dayWithMark(String zone) {
        return month(zone, "2026-03-10T18:30:00Z").weeks().stream()
                .flatMap(List::stream)
                .filter(day -> !day.marks().isEmpty())
                .map(Month.Day::date)
                .findFirst()
                .orElseThrow();
    }

    private static Month month(String zone, String planned) {
        var plan = new Planned(
                new ReleaseId("payments-1.0.0"),
                new ProductKey("payments"),
                new EnvironmentKey("production"),
                Instant.parse(planned),
                false,
                Set.of());
        return Month.of(MARCH, ZoneId.of(zone), LocalDate.parse("2026-03-10"), List.of(), List.of(plan), Set.of());
    }
}
