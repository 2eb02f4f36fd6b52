package dev.slipway.calendar;

import static dev.slipway.calendar.Office.RELEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.Flaw;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

class CalendarTests {

    @EveryDatabase
    void keepsWhatWasEntered(Database database) {
        var office = new Office(database);
        var draft = new EntryDraft(
                Entry.Kind.WINDOW,
                "Deploy days",
                "",
                "payments",
                "production",
                LocalDateTime.parse("2026-11-24T10:00"),
                LocalDateTime.parse("2026-11-24T12:00"),
                "Australia/Lord_Howe",
                "FREQ=WEEKLY;BYDAY=TU",
                Set.of(LocalDateTime.parse("2026-12-01T10:00")),
                true);

        var entry = ((Entering.Made) office.calendar.add(draft)).entry();

        assertThat(EntryDraft.of(entry)).isEqualTo(draft);
        assertThat(office.calendar.find(entry.number())).contains(entry);
        assertThat(office.calendar.entries()).containsExactly(entry);
        assertThat(database.published(CalendarEvent.Added.class)).containsExactly(new CalendarEvent.Added(entry));
    }

    @EveryDatabase
    void holdsAReleaseUntilItIsEnded(Database database) {
        var office = new Office(database);
        var freeze = office.freeze("Audit");
        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION).reason())
                .isEqualTo("Freeze 'Audit' until 1 Dec 2026 00:00 Europe/Berlin");

        assertThat(office.calendar.end(freeze.number(), "")).isInstanceOf(Entering.Refused.class);
        assertThat(office.as("quinn").calendar.end(freeze.number(), "Over."))
                .isEqualTo(new Entering.Refused(
                        Flaw.ACTOR,
                        "quinn may not manage the calendar of production. That takes manage-calendar for every product that it"
                                + " can hold, which the catalogue grants."));
        office.as("rita").calendar.end(freeze.number(), "Over.");

        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION).closed()).isFalse();
        assertThat(office.calendar.entries()).isEmpty();
        assertThat(database.published(CalendarEvent.Ended.class))
                .extracting(CalendarEvent.Ended::reason)
                .containsExactly("Over.");
    }

    @EveryDatabase
    void changesWhatIsInForce(Database database) {
        var office = new Office(database);
        var freeze = office.freeze("Audit");

        var same = office.calendar.change(freeze.number(), EntryDraft.of(freeze));
        var renamed = office.calendar.change(freeze.number(), Office.freezeDraft("Year end"));

        assertThat(same).isEqualTo(new Entering.Made(freeze));
        assertThat(((Entering.Made) renamed).entry().title()).isEqualTo("Year end");
        assertThat(database.published(CalendarEvent.Changed.class)).hasSize(1);
        office.calendar.end(freeze.number(), "Over.");
        assertThat(office.calendar.change(freeze.number(), Office.freezeDraft("Again")))
                .isInstanceOf(Entering.Refused.class);
        assertThat(office.calendar.change(99, Office.freezeDraft("None"))).isEqualTo(new Entering.Unknown(99));
    }

    @EveryDatabase
    void namesEverythingThatIsWrong(Database database) {
        var office = new Office(database);
        var wrong = new EntryRequest("", "", "", "no", "where", "", "", "+02:00", "", List.of(), false).draft();

        assertThat(flaws(office.calendar.add(wrong)))
                .extracting(Flaw::field)
                .containsExactly("kind", "title", "product", "environment", "zone", "start");
        assertThat(flaws(office.calendar.add(ruled("FREQ=HOURLY"))).get(0).reason())
                .startsWith("A rule recurs daily or more rarely");
        assertThat(flaws(office.calendar.add(ruled("FREQ=WEEKLY;BYDAY=WE")))
                        .get(0)
                        .reason())
                .isEqualTo(
                        "The start does not fit the rule, which begins on 2026-11-25T10:00. Give that start, or another rule.");
        assertThat(flaws(office.calendar.add(ruled("every day"))).get(0).reason())
                .startsWith("This is no recurrence rule of RFC 5545: ");
        assertThat(flaws(office.calendar.add(ruled("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")))
                        .get(0)
                        .field())
                .isEqualTo("rule");
        assertThat(flaws(office.calendar.add(ruled("FREQ=DAILY;COUNT=90000000")))
                        .get(0)
                        .reason())
                .startsWith("A rule that ends after more than 10000 times");
        assertThat(office.calendar.entries()).isEmpty();
    }

    @EveryDatabase
    void stopsTheLineButNotForAHotfix(Database database) {
        var office = new Office(database);

        office.calendar.stopTheLine(new Scope(null, Year.PRODUCTION), "Fire.", true);

        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION))
                .isEqualTo(new Status(true, "The line is stopped for production: Fire.", null));
        office.planned = false;
        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION).closed()).isFalse();
        assertThat(flaws(office.calendar.stopTheLine(Scope.EVERYTHING, " ", false)))
                .extracting(Flaw::field)
                .containsExactly("reason");
    }

    @EveryDatabase
    void anExemptionTakesTwo(Database database) {
        var office = new Office(database);
        var freeze = office.freeze("Audit");
        var asked = office.as("pia")
                .exemptions
                .request(RELEASE, Year.PRODUCTION, freeze.number(), "Law.", Office.NOW.plus(Duration.ofDays(2)));
        var number = ((Exempting.Made) asked).exemption().number();

        for (var person : List.of("pia", "rita", "dora", "quinn")) {
            assertThat(office.as(person).exemptions.decide(number, true, "Fine."))
                    .as(person)
                    .isInstanceOf(Exempting.Refused.class);
        }
        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION).closed()).isTrue();
        assertThat(office.as("olga").exemptions.decide(number, true, "Fine.")).isInstanceOf(Exempting.Made.class);

        assertThat(office.calendar.status(RELEASE, Year.PRODUCTION).closed()).isFalse();
        assertThat(office.exemptions.decide(number, false, "No."))
                .as("once is enough")
                .isInstanceOf(Exempting.Refused.class);
        assertThat(database.published(CalendarEvent.ExemptionDecided.class))
                .singleElement()
                .satisfies(event -> assertThat(event.chain()).isEqualTo(RELEASE.value()));
    }

    @EveryDatabase
    void anExemptionHasAnEndAndAReason(Database database) {
        var office = new Office(database);
        var asked = office.exemptions.request(RELEASE, Year.PRODUCTION, 7L, "", Office.NOW);

        assertThat(((Exempting.Refused) asked).flaws())
                .extracting(Flaw::field)
                .containsExactly("entry", "reason", "until");
    }

    private static EntryDraft ruled(String rule) {
        var draft = Office.freezeDraft("Ruled");
        return new EntryDraft(
                Entry.Kind.FREEZE,
                draft.title(),
                draft.reason(),
                "",
                "",
                LocalDateTime.parse("2026-11-24T10:00"),
                LocalDateTime.parse("2026-11-24T11:00"),
                "UTC",
                rule,
                Set.of(),
                false);
    }

    private static List<Flaw> flaws(Entering entering) {
        assertThat(entering).isInstanceOf(Entering.Refused.class);
        return ((Entering.Refused) entering).flaws();
    }
}
