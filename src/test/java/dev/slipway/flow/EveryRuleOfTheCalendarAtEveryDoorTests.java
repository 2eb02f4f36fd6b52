package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.Exempting;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.FeedOrder;
import dev.slipway.calendar.Feeds;
import dev.slipway.calendar.Importing;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.flow.Doors.Door;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Degree;
import dev.slipway.release.RegisteredRisk.Standing;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule about when and at what risk something is deployed at every door: our pages, /api, tasks over /engine-rest, tasks as Tasklist does them, and the engine itself by either way.
 * Each is tried by who comes closest to having the right; the engine by an administrator.
 */
class EveryRuleOfTheCalendarAtEveryDoorTests extends GovernedReleaseTest {

    private static final String MAY_NOT = "dora may not manage the calendar";
    private static final String NO_TASK = "It is no task.";

    /** A rule, the situation in which it holds, and what is tried. */
    enum Rule {
        FREEZE_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::freeze),
        CLOSED_WINDOW_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::window),
        IMPORTED_FREEZE_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::imported),
        DESCRIBED_FREEZE_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::described),
        STOPPED_LINE_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::stoppedLine),
        EXEMPTION_NEEDS_A_SECOND_PERSON(EveryRuleOfTheCalendarAtEveryDoorTests::exemption),
        OPEN_HIGH_RISK_HOLDS(EveryRuleOfTheCalendarAtEveryDoorTests::risk);

        private final Function<EveryRuleOfTheCalendarAtEveryDoorTests, Doors> situation;

        Rule(Function<EveryRuleOfTheCalendarAtEveryDoorTests, Doors> situation) {
            this.situation = situation;
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds(Rule rule) {
        walk(rule.situation.apply(this));
    }

    private Doors freeze() {
        return held(enter(Entry.Kind.FREEZE, LocalDateTime.now(ZoneOffset.UTC).minusHours(1)));
    }

    private Doors window() {
        return held(enter(Entry.Kind.WINDOW, LocalDateTime.now(ZoneOffset.UTC).plusDays(2)));
    }

    private Doors stoppedLine() {
        waiting();
        var scope = new Scope(new ProductKey(product.key()), null);
        return held(
                flows.as(Actor.person("rita"), () -> flows.bean(Calendar.class).stopTheLine(scope, "Fire.", true)));
    }

    private Doors imported() {
        waiting();
        var order = new FeedOrder("Audits", "", Entry.Kind.FREEZE, product.key(), "production", "UTC", false);
        var importing =
                flows.as(Actor.person("rita"), () -> flows.bean(Feeds.class).upload(order, """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                PRODID:-//test//EN\r
                BEGIN:VEVENT\r
                UID:audit\r
                DTSTAMP:20260101T000000Z\r
                DTSTART:20260101T000000Z\r
                DTEND:20360101T000000Z\r
                SUMMARY:Audit\r
                END:VEVENT\r
                END:VCALENDAR\r
                """));
        var feed = ((Importing.Made) importing).feed().number();
        var entry = entry(feed);
        return held(new Entering.Made(entry))
                .page("dora", "/calendar/feeds/" + feed + "/drop", MAY_NOT, "reason=Over.")
                .api("dora", "DELETE", "/api/calendar/feeds/" + feed + "?reason=Over.", MAY_NOT, "")
                .api("dora", "POST", "/api/calendar/feeds/" + feed + "/refresh", MAY_NOT, "")
                .api(
                        "rita",
                        "PUT",
                        "/api/calendar/" + entry.number(),
                        "calendar-state",
                        "was imported",
                        "{\"kind\": \"window\"}");
    }

    private Entry entry(long feed) {
        return flows.bean(Calendar.class).entries().stream()
                .filter(entry -> Objects.equals(entry.feed(), feed))
                .findFirst()
                .orElseThrow();
    }

    private Doors described() {
        waiting();
        var applied = flows.as(
                Actor.SYSTEM,
                () -> flows.bean(Catalog.class)
                        .apply(List.of(new SourceDocument("calendar.yaml", document("""

                                  - key: audit
                                    title: Audit
                                    reason: Because.
                                    product: %s
                                    start: 2026-01-01T00:00
                                    zone: UTC
                                """.formatted(product.key()))))));
        assertThat(applied).isInstanceOf(Applying.Applied.class);
        var entry = flows.bean(Calendar.class).entries().stream()
                .filter(each -> each.document().equals(product.key()))
                .findFirst()
                .orElseThrow();
        var where = "described in the catalogue";
        var address = "/api/calendar/" + entry.number();
        return held(new Entering.Made(entry))
                .page("rita", "/calendar/entries/" + entry.number() + "/end", where, "reason=Over.")
                .api("rita", "POST", address + "/end", "calendar-state", where, "{\"reason\": \"Over.\"}")
                .api("rita", "PUT", address, "calendar-state", where, "{\"kind\": \"window\"}");
    }

    private String document(String freezes) {
        return "apiVersion: slipway/v1\nkind: Calendar\nkey: " + product.key() + "\nfreezes: " + freezes;
    }

    private String feed() {
        return "{\"name\": \"Open\", \"kind\": \"window\", \"zone\": \"UTC\", \"product\": \"" + product.key()
                + "\", \"address\": \"http://127.0.0.1:1/open.ics\"}";
    }

    private Doors held(Entering entering) {
        var done = approved();
        var number = ((Entering.Made) entering).entry().number();
        return gone(new Doors(), "oscar", done)
                .page("dora", "/calendar/entries/" + number + "/end", MAY_NOT, "reason=Over.")
                .page("oscar", page() + "/retry", "does not wait for an operator", "visit=" + visit() + "&reason=On.")
                .page("rita", page() + "/resume", "is not on hold", "")
                .api("dora", "POST", "/api/calendar/" + number + "/end", MAY_NOT, "{\"reason\": \"Over.\"}")
                .api("dora", "PUT", "/api/calendar/" + number, MAY_NOT, "{\"kind\": \"freeze\"}")
                .api("dora", "POST", "/api/calendar/feeds", MAY_NOT, feed())
                .api("dora", "PUT", "/api/catalog", "may not change the catalogue", document("[]"))
                .api("rita", "POST", "/api" + page() + "/resume", "release-state", "is not on hold", "")
                .api("rita", "PATCH", plan(), "invalid-request", "hotfix", "{\"reason\": \"Hurry.\", \"hotfix\": true}")
                .engine(engine("clearance", "given"));
    }

    private Doors exemption() {
        enter(Entry.Kind.FREEZE, LocalDateTime.now(ZoneOffset.UTC).minusHours(1));
        approved();
        var asking = flows.as(
                Actor.person("rita"),
                () -> flows.bean(Exemptions.class)
                        .request(
                                release,
                                new EnvironmentKey("production"),
                                null,
                                "Law.",
                                Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MICROS)));
        var number = ((Exempting.Made) asking).exemption().number();
        var decision = "/api/calendar/exemptions/" + number + "/decision";
        var grant = "{\"decision\": \"grant\", \"comment\": \"Fine.\"}";
        var doors = new Doors().none(Door.REST, NO_TASK).none(Door.TASKLIST, NO_TASK);
        doors.page("rita", "/calendar/exemptions/" + number, "somebody else has to decide", "grant=true")
                .page("dora", "/calendar/exemptions/" + number, "You had a hand in the contents", "grant=true")
                .api("rita", "POST", decision, "somebody else has to decide", grant)
                .api("dora", "POST", decision, "You had a hand in the contents", grant)
                .api("quinn", "POST", decision, "may not decide about exemptions", grant);
        return doors.engine(engine("clearance", "given"));
    }

    private Doors risk() {
        waiting();
        var draft = new RiskDraft(
                "Data loss", new PersonId("dora"), Degree.HIGH, Degree.HIGH, "", Standing.OPEN, "seen in the review");
        flows.as(Actor.person("rita"), () -> flows.bean(Risks.class).raise(release, draft));
        approved();
        var form = Browser.form(
                "title",
                "Data loss",
                "owner",
                "dora",
                "likelihood",
                "HIGH",
                "impact",
                "HIGH",
                "standing",
                "ACCEPTED",
                "reason",
                "go on");
        var json = """
                {"title": "Data loss", "owner": "dora", "likelihood": "%s", "impact": "high", "mitigation": "",
                 "state": "%s", "reason": "go on"}""";
        return new Doors()
                .page("rita", page() + "/risks/1", "rita asked for the release", form)
                .page("oscar", page() + "/risks/1", "oscar may not change the risks of", form)
                .api("rita", "PUT", "/api" + page() + "/risks/1", "rita asked for", json.formatted("high", "accepted"))
                .api("rita", "PUT", "/api" + page() + "/risks/1", "rita asked for", json.formatted("low", "open"))
                .api("oscar", "PUT", "/api" + page() + "/risks/1", "oscar may not", json.formatted("high", "accepted"))
                .none(Door.REST, NO_TASK)
                .none(Door.TASKLIST, NO_TASK)
                .engine(engine("clearance", "given"));
    }
}
