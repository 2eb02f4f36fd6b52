package dev.slipway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.SlipwayTest;
import dev.slipway.flow.Accounts;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Issuing;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.TokenOrder;
import dev.slipway.identity.Tokens;
import dev.slipway.journal.Actor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SlipwayTest
class SignInTests {

    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Tokens tokens;

    @Autowired
    Acting acting;

    @BeforeEach
    void people() {
        accounts.ensure(person("signer"), PASSWORD, Set.of(new GroupId("signers")));
        // A wrong password locks for some seconds, so that nobody else can be the one who mistypes.
        accounts.ensure(person("mistyper"), PASSWORD, Set.of());
        accounts.ensure(person("boss"), PASSWORD, Set.of(new GroupId("camunda-admin")));
    }

    @Test
    void opensEverythingAtOnce() throws Exception {
        var browser = new Browser(port);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(location(browser.get("/camunda/app/tasklist/default/"))).endsWith("/login");

        assertThat(location(browser.signIn("signer", PASSWORD))).contains("/camunda/app/tasklist/");

        assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
        for (var application : Set.of("tasklist", "cockpit", "welcome")) {
            assertThat(browser.get("/camunda/app/" + application + "/default/").statusCode())
                    .isEqualTo(200);
        }
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"signer\"", "\"tasklist\"", "\"cockpit\"")
                .doesNotContain("\"admin\"");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        var browser = new Browser(port);
        assertThat(location(browser.signIn("mistyper", "wrong"))).endsWith("/login?error");
        assertThat(location(browser.signIn("nobody-at-all", "wrong"))).endsWith("/login?error");
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
    }

    @Test
    void takesAnotherSessionThanTheStrangersOne() throws Exception {
        var browser = new Browser(port);
        browser.csrf("/login");
        var before = browser.cookie("SLIPWAY_SESSION");
        browser.signIn("signer", PASSWORD);
        assertThat(browser.cookie("SLIPWAY_SESSION")).isPresent().isNotEqualTo(before);
    }

    @Test
    void endsEverywhereWhenSomebodySignsOutOfTasklist() throws Exception {
        var browser = signedIn("signer");
        browser.get("/camunda/app/tasklist/default/");
        var csrf = browser.cookie("XSRF-TOKEN").orElseThrow();
        var answer = browser.send("POST", "/camunda/api/admin/auth/user/default/logout", "", "X-XSRF-TOKEN", csrf);
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(location(browser.get("/tokens"))).endsWith("/login");
    }

    @Test
    void guardsPagesAndWebApplicationsAgainstForgedRequests() throws Exception {
        var browser = signedIn("signer");
        assertThat(browser.send("POST", "/logout", "").statusCode()).isEqualTo(403);
        var problem = browser.send("POST", "/api/tokens", "{}");
        assertThat(problem.statusCode()).isEqualTo(403);
        assertThat(problem.body()).contains("urn:slipway:problem:not-allowed", "CSRF");
        assertThat(browser.send("POST", "/camunda/api/engine/engine/default/task", "{}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(location(browser.send("POST", "/logout", Browser.form("_csrf", browser.csrf("/login")))))
                .endsWith("/login?logout");
    }

    @Test
    void sendsSafeHeaders() throws Exception {
        var headers = new Browser(port).get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'self'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("Set-Cookie").orElse("")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void aTokenReachesWhatItWasIssuedFor() throws Exception {
        var engine = token("signer", "engine");
        var read = token("signer", "read");
        assertThat(bearing(engine, "GET", "/engine-rest/task/count").statusCode())
                .isEqualTo(200);
        assertThat(bearing(read, "GET", "/api/tokens").statusCode()).isEqualTo(200);

        var problem = bearing(read, "GET", "/engine-rest/task/count");
        assertThat(problem.statusCode()).isEqualTo(403);
        assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(bearing(engine, "GET", "/api/tokens").statusCode()).isEqualTo(403);
        assertThat(bearing("slw_wrong", "GET", "/api/tokens").statusCode()).isEqualTo(401);
        assertThat(bearing("wrong", "GET", "/engine-rest/task/count").body()).contains("unknown-token");
    }

    @Test
    void aTokenOpensNoPageAndMakesNoSession() throws Exception {
        var engine = token("signer", "engine");
        assertThat(location(bearing(engine, "GET", "/tokens"))).endsWith("/login");
        assertThat(bearing(engine, "GET", TASKS).statusCode()).isEqualTo(401);
        assertThat(bearing(engine, "GET", "/engine-rest/task/count").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void theEngineKnowsWhoseTokenItIs() throws Exception {
        var body = bearing(token("signer", "engine"), "GET", "/engine-rest/identity/groups?userId=signer")
                .body();
        assertThat(body).contains("signers");
        var start = bearing(
                token("boss", "engine"), "POST", "/engine-rest/process-definition/key/devops-release/start", "{}");
        assertThat(start.statusCode()).isEqualTo(403);
        var users = bearing(token("signer", "engine"), "GET", "/engine-rest/user");
        assertThat(users.body()).contains("signer").doesNotContain("boss");
    }

    @Test
    void aSessionDoesNotReachTheEnginesRestInterface() throws Exception {
        assertThat(signedIn("boss").get("/engine-rest/task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void onlyAdministratorsLookIntoTheMachine() throws Exception {
        assertThat(signedIn("signer").get("/actuator/metrics").statusCode()).isEqualTo(403);
        assertThat(signedIn("boss").get("/actuator/metrics").statusCode()).isEqualTo(200);
        assertThat(bearing(token("boss", "read"), "GET", "/actuator/metrics").statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsNoAdvertisement() throws Exception {
        var browser = signedIn("signer");
        for (var application : Set.of("tasklist", "cockpit", "welcome", "admin")) {
            assertThat(browser.get("/camunda/app/" + application + "/styles/user-styles.css")
                            .body())
                    .contains(".ce-eol-banner");
            assertThat(browser.get("/camunda/app/" + application + "/scripts/config.js")
                            .body())
                    .contains("scripts/sign-in.js");
        }
    }

    private static Person person(String id) {
        return new Person(new PersonId(id), id, id + "@example.org");
    }

    private Browser signedIn(String person) throws Exception {
        var browser = new Browser(port);
        assertThat(location(browser.signIn(person, PASSWORD))).doesNotContain("/login");
        return browser;
    }

    private String token(String person, String scope) {
        var order =
                new TokenOrder("test", Set.of(scope), Set.of(), Instant.now().plus(Duration.ofDays(1)));
        return acting.as(Actor.person(person), () -> ((Issuing.Issued) tokens.issue(order)).secret());
    }

    private HttpResponse<String> bearing(String token, String method, String path) throws Exception {
        return bearing(token, method, path, "");
    }

    private HttpResponse<String> bearing(String token, String method, String path, String body) throws Exception {
        return new Browser(port).send(method, path, body, "Authorization", "Bearer " + token);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }
}
