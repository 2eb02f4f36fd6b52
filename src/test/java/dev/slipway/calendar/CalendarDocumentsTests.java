package dev.slipway.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.Papers;
import dev.slipway.release.Flaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

class CalendarDocumentsTests {

    private static final String LANDSCAPE = """
            apiVersion: slipway/v1
            kind: Environment
            key: production
            stage: 1
            production: true
            ---
            apiVersion: slipway/v1
            kind: Product
            key: payments
            flow: devops-release
            owner: team
            repository: /tmp/payments
            environments: [production]
            components: [{name: service}]
            ---
            """;
    private static final String WINDOWS = """
              - key: release-days
                title: Release days
                product: payments
                environment: production
                start: 2026-11-24T09:00
                end: 2026-11-24T17:00
                zone: Europe/Berlin
                rule: FREQ=WEEKLY;BYDAY=TU,TH
                except: [2026-12-29T09:00]
                hotfixPasses: true
            """;
    private static final String FREEZES = """
              - key: audit
                title: Audit
                reason: The books are closed.
                start: 2026-11-20T00:00
                zone: UTC
            """;

    @EveryDatabase
    void areTakenInWithTheProductsThatTheyAreAbout(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, "");

        assertThat(papers.changes(LANDSCAPE + calendar(WINDOWS, FREEZES)))
                .contains("window payments/release-days added", "freeze payments/audit added");

        assertThat(office.calendar.status(Year.PAYMENTS, Year.PRODUCTION, Office.NOW, false))
                .satisfies(status -> {
                    assertThat(status.closed()).isTrue();
                    assertThat(status.reason()).contains("Freeze 'Audit' until somebody ends it");
                });
        assertThat(database.published(CalendarEvent.Added.class))
                .allSatisfy(added -> assertThat(added.facts().get("document")).isEqualTo("payments"));
    }

    @EveryDatabase
    void changeNothingWhereTheyAreAppliedAgain(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        papers.changes(calendar(WINDOWS, FREEZES));

        assertThat(papers.changes(calendar(WINDOWS, FREEZES))).isEmpty();
        assertThat(papers.changes(papers.written())).isEmpty();
        assertThat(office.calendar.entries()).hasSize(2);
        assertThat(database.published(CalendarEvent.class)).hasSize(2);
    }

    @EveryDatabase
    void amendWhatHasChangedAndEndWhatTheyNoLongerName(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        papers.changes(calendar(WINDOWS, FREEZES));

        assertThat(papers.changes(calendar(WINDOWS.replace("17:00", "18:00"), "")))
                .containsExactly("window payments/release-days changed", "freeze payments/audit ended");

        assertThat(database.published(CalendarEvent.Changed.class))
                .singleElement()
                .satisfies(changed -> assertThat(
                                String.valueOf(changed.entry().timing().end()))
                        .endsWith("T18:00"));
        assertThat(database.published(CalendarEvent.Ended.class))
                .singleElement()
                .satisfies(ended ->
                        assertThat(ended.reason()).isEqualTo("No longer in the catalogue's calendar payments"));
        assertThat(papers.changes(calendar(WINDOWS.replace("17:00", "18:00"), FREEZES)))
                .containsExactly("freeze payments/audit added");
    }

    @EveryDatabase
    void leaveAloneWhatWasEnteredByHandImportedOrIsOfAnotherDocument(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        var byHand = office.freeze("By hand");
        papers.changes(
                calendar(WINDOWS, FREEZES) + "---\n" + calendar(WINDOWS, "").replace("key: payments", "key: others"));

        assertThat(papers.changes(calendar("", "")))
                .containsExactlyInAnyOrder("window payments/release-days ended", "freeze payments/audit ended");

        assertThat(office.calendar.entries())
                .extracting(Entry::uid)
                .containsExactlyInAnyOrder("", "others/release-days");
        assertThat(office.calendar.find(byHand.number())).contains(byHand);
    }

    @EveryDatabase
    void areChangedAndEndedOnlyWhereTheyAreDescribed(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        papers.changes(calendar("", FREEZES));
        var number = office.calendar.entries().get(0).number();

        assertThat(Stream.of(
                        office.calendar.change(number, Office.freezeDraft("Other")),
                        office.calendar.end(number, "Over.")))
                .allSatisfy(entering -> assertThat(((Entering.Refused) entering).flaws())
                        .singleElement()
                        .satisfies(flaw -> {
                            assertThat(flaw.field()).isEqualTo(Flaw.STATE);
                            assertThat(flaw.reason()).contains("described in the catalogue's calendar payments");
                        }));
        assertThat(office.calendar.entries()).hasSize(1);
    }

    @EveryDatabase
    void areRefusedWholeWithTheLineOfEachProblem(Database database) {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        var wrong = calendar(
                WINDOWS.replace("Europe/Berlin", "Berlin").replace("TU,TH", "XX")
                        + WINDOWS.replace("payments", "paymets"),
                FREEZES.replace("2026-11-20", "2026-02-30") + "    colour: red\n");

        assertThat(papers.refusals(wrong))
                .singleElement()
                .asString()
                .contains("freezes[0]: does not know the field 'colour'");
        assertThat(papers.refusals(wrong.replace("    colour: red\n", "")))
                .extracting(problem -> problem.replaceFirst("[.;].*", ""))
                .containsExactly(
                        "11 Give the name of an IANA zone such as Europe/Berlin",
                        "15 'payments/release-days' is described already",
                        "17 There is no product paymets",
                        "29 '2026-02-30T00:00' is no local date and time");
        assertThat(office.calendar.entries()).isEmpty();
    }

    @EveryDatabase
    void ofTheReferenceAndOfTheDemoAreTakenAsTheyAre(Database database) throws IOException {
        var office = new Office(database);
        var papers = new Papers(database, office.documents, LANDSCAPE);
        var page = Files.readString(Path.of("docs/reference/calendar.md"));
        var start = page.indexOf("```yaml") + "```yaml\n".length();
        var ofDemo = new ClassPathResource("demo/calendar.yaml").getContentAsString(StandardCharsets.UTF_8);

        assertThat(papers.changes(page.substring(start, page.indexOf("```", start))))
                .hasSize(2);
        assertThat(papers.changes(ofDemo.replace("ledger", "payments"))).isNotEmpty();
        assertThat(office.calendar
                        .status(Year.PAYMENTS, Year.PRODUCTION, Instant.parse("2026-12-25T00:00:00Z"), false)
                        .closed())
                .isTrue();
    }

    private static String calendar(String windows, String freezes) {
        return "apiVersion: slipway/v1\nkind: Calendar\nkey: payments\nwindows:"
                + (windows.isEmpty() ? " []\n" : "\n" + windows) + "freezes:"
                + (freezes.isEmpty() ? " []\n" : "\n" + freezes);
    }
}
