package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.Browser;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way into the calendar, tried by those who may and those who may not. */
class CalendarDoorsTests extends RefusalTest {

    private static final String FREEZE = """
            {"kind": "freeze", "title": "Audit", "reason": "Because.", "product": "%s", "environment": "production",
             "start": "2026-01-01T00:00", "end": "2036-01-01T00:00", "zone": "Europe/Berlin"}""";

    @Test
    void overRestOnlyThoseWithTheRightChangeIt() throws IOException {
        flows.apply(product);
        var rita = overRest("rita");
        var quinn = overRest("quinn");

        assertRefused(json(quinn, "POST", "/api/calendar", freeze()), "quinn may not manage the calendar");
        assertRefused(json(quinn, "POST", "/api/calendar/stop", stop()), "quinn may not manage the calendar");
        assertRefused(
                json(quinn, "POST", "/api/calendar/stop", "{\"reason\": \"All.\"}"),
                "quinn may not manage the calendar");
        assertRefused(
                quinn.anywhere(
                        "text/calendar",
                        "POST",
                        "/api/calendar/feeds?name=x&kind=freeze&zone=UTC&product=" + product.key(),
                        "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
                "quinn may not manage the calendar");
        var made = json(rita, "POST", "/api/calendar", freeze());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        var address = "/api/calendar/"
                + new ObjectMapper().readTree(made.body()).get("number").asLong();

        assertRefused(json(quinn, "PUT", address, freeze()), "quinn may not manage the calendar");
        assertRefused(json(quinn, "POST", address + "/end", "{\"reason\": \"No.\"}"), "may not manage the calendar");
        assertThat(json(quinn, "GET", address, "").body()).contains("Audit");
        assertThat(json(quinn, "GET", status(), "").body())
                .contains(
                        "\"closed\":true",
                        "Freeze 'Audit' until 1 Jan 2036 00:00 Europe/Berlin",
                        "2035-12-31T23:00:00Z");
        assertThat(json(quinn, "GET", "/api/calendar.ics", "").body()).contains("Freeze: Audit", "TZID=Europe/Berlin");
        assertDone(json(rita, "POST", address + "/end", "{\"reason\": \"Over.\"}"));
        assertThat(json(quinn, "GET", status(), "").body()).contains("\"closed\":false");
    }

    @Test
    void aTokenThatIsForSomethingElseDoesNotStopTheLine() {
        flows.apply(product);
        var service = service("bot-" + product.key());

        assertThat(json(service, "POST", "/api/calendar/stop", stop()).statusCode())
                .isEqualTo(201);
        assertThat(json(Caller.withToken(port, "slw_nothing"), "POST", "/api/calendar/stop", stop())
                        .statusCode())
                .isEqualTo(401);
    }

    /** What a calendar program is given to read the release calendar with. */
    @Test
    void aTokenThatIsForReadingReadsTheReleaseCalendarAndChangesNothing() {
        flows.apply(product);
        var order = new TokenOrder(
                "calendar", Set.of("read"), Set.of(), Instant.now().plus(Duration.ofHours(1)));
        var issued =
                flows.as(Actor.person("rita"), () -> flows.bean(Tokens.class).issue(order));
        var reader = Caller.withToken(port, ((Issuing.Issued) issued).secret());

        assertThat(json(reader, "GET", "/api/calendar.ics", "").body()).contains("BEGIN:VCALENDAR");
        for (var act : List.of("POST /api/calendar", "POST /api/calendar/stop", "POST /api/calendar/feeds")) {
            var verb = act.split(" ");
            assertRefused(json(reader, verb[0], verb[1], stop()), "may not manage the calendar");
        }
        assertThat(json(reader, "GET", status(), "").body()).contains("\"closed\":false");
    }

    @Test
    void exemptionsAreRefusedToThoseWhoHaveAPartInIt() throws IOException {
        var id = waitingForApproval("1.0.0");
        json(overRest("rita"), "POST", "/api/calendar", freeze());
        flows.vote(id, "olga", "approve");
        assertRefused(
                json(overRest("olga"), "POST", "/api/calendar/exemptions", wish(id)), "may not ask for exemptions");
        var asked = json(overRest("rita"), "POST", "/api/calendar/exemptions", wish(id));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        var number = new ObjectMapper().readTree(asked.body()).get("number").asLong();
        var decision = "/api/calendar/exemptions/" + number + "/decision";
        var grant = "{\"decision\": \"grant\", \"comment\": \"Fine.\"}";

        assertRefused(json(overRest("rita"), "POST", decision, grant), "somebody else has to decide");
        assertRefused(json(overRest("dora"), "POST", decision, grant), "You had a hand in the contents");
        assertRefused(json(overRest("quinn"), "POST", decision, grant), "may not decide about exemptions");
        assertRefused(json(service("grant-" + product.key()), "POST", decision, grant), "That takes a person");
        for (var person : List.of("rita", "dora", "quinn")) {
            assertThat(page(person, "/calendar/exemptions/" + number, "grant=true"))
                    .contains("class=\"refusal\"");
        }
        flows.go(id);
        assertThat(product.running("production")).isEmpty();
        assertDone(json(overRest("olga"), "POST", decision, grant));
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void onThePageOnlyThoseWithTheRightChangeIt() {
        flows.apply(product);
        var form = "kind=FREEZE&title=Audit-" + product.key() + "&reason=Because&product=" + product.key()
                + "&environment=production&start=2026-01-01T00:00&end=2036-01-01T00:00&zone=Europe/Berlin&rule=&number=";

        assertThat(page("quinn", "/calendar/entries", form)).contains("quinn may not manage the calendar");
        assertThat(page("quinn", "/calendar/stop", "reason=Fire&product=" + product.key()))
                .contains("quinn may not manage the calendar");
        assertThat(page("rita", "/calendar/entries", form))
                .contains("It is in the calendar", "Audit-" + product.key(), "Europe/Berlin");
        assertThat(page("rita", "/calendar/entries", form.replace("Europe/Berlin", "%2B02:00")))
                .contains("It was not taken in.", "Give the name of an IANA zone");
        assertThat(page("rita", "/calendar/stop", "reason=Fire&product=" + product.key()))
                .contains("The line is stopped for " + product.key());
    }

    @Test
    void saysWhatIsInTheWayOfWhatIsPlanned() {
        flows.apply(product);
        var production = new EnvironmentKey("production");
        var soon = Instant.now().plus(Duration.ofDays(3));
        var one = flows.open(product.version("1.0.0").withTargetDates(Map.of(production, soon)));
        var other = flows.open(
                product.version("1.1.0").withTargetDates(Map.of(production, soon.plus(Duration.ofHours(2)))));
        json(overRest("rita"), "POST", "/api/calendar", freeze());

        var conflicts =
                json(overRest("quinn"), "GET", "/api/calendar/conflicts", "").body();
        assertThat(conflicts)
                .contains(
                        "{\"kind\":\"closed\",\"release\":\"" + one,
                        "\"other\":\"" + other + "\",\"reason\":\"both go to " + product.key() + " in production\"");
        assertThat(json(overRest("quinn"), "GET", "/api/calendar.ics", "")
                        .body()
                        .replace("\r\n ", ""))
                .contains("SUMMARY:" + one + " in production");
        assertThat(page("quinn", "/calendar/stop", "reason=x"))
                .contains(one.value(), other.value(), "both go to " + product.key() + " in production");
    }

    /** Rita requests both. */
    @Test
    void saysWhichPlansMeetOverADependencyAndAPerson() {
        flows.apply(product);
        try (var needing = new TestProduct(
                        product.key() + "b", "devops-release", folder.resolve("other"), "staging", "production")
                .needing(product)) {
            flows.apply(needing);
            var production = new EnvironmentKey("production");
            var soon = Instant.now().plus(Duration.ofDays(4));
            var one = flows.open(product.version("1.0.0").withTargetDates(Map.of(production, soon)));
            var other = flows.open(
                    needing.version("1.0.0").withTargetDates(Map.of(production, soon.plus(Duration.ofHours(1)))));

            var conflicts = json(overRest("quinn"), "GET", "/api/calendar/conflicts", "")
                    .body();
            var depends = needing.key() + " depends on " + product.key() + ", and both go to production";
            assertThat(conflicts)
                    .contains("{\"kind\":\"dependency\",\"release\":\"" + one)
                    .contains("\"other\":\"" + other + "\",\"reason\":\"" + depends + "\"")
                    .contains("\"other\":\"" + other + "\",\"reason\":\"both need rita\"");
            assertThat(page("quinn", "/calendar/stop", "reason=x")).contains(depends, "both need rita");
        }
    }

    @Test
    void answersForAHotfixToo() {
        flows.apply(product);
        json(
                overRest("rita"),
                "POST",
                "/api/calendar/stop",
                "{\"reason\": \"Fire.\", \"hotfixPasses\": true, \"product\": \"" + product.key() + "\"}");

        assertThat(json(overRest("quinn"), "GET", status(), "").body()).contains("\"closed\":true");
        assertThat(json(overRest("quinn"), "GET", status() + "&hotfix=true", "").body())
                .contains("\"closed\":false");
    }

    private String freeze() {
        return FREEZE.formatted(product.key());
    }

    private String stop() {
        return "{\"reason\": \"Fire.\", \"product\": \"" + product.key() + "\"}";
    }

    private String status() {
        return "/api/calendar/status?environment=production&product=" + product.key();
    }

    private static String wish(ReleaseId id) {
        return "{\"release\": \"%s\", \"environment\": \"production\", \"reason\": \"Law.\", \"until\": \"%s\"}"
                .formatted(id, Instant.now().plus(Duration.ofDays(1)));
    }

    private static HttpResponse<String> json(Caller caller, String method, String address, String body) {
        return caller.anywhere("application/json", method, address, body);
    }

    /** Signs in, sends a form of the calendar's page, and answers with what is shown then. */
    private String page(String person, String address, String form) {
        try {
            var browser = new Browser(port);
            browser.signIn(person, "secret-" + person);
            var token = browser.get("/calendar").body().replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
            var answer = browser.sendAs("application/x-www-form-urlencoded", "POST", address, form + "&_csrf=" + token);
            return answer.statusCode() == 302 ? browser.get("/calendar").body() : answer.body();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
