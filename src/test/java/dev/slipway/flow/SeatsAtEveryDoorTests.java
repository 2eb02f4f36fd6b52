package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.net.http.HttpResponse;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds between two seats, tried over /engine-rest, in Tasklist, on our page and over /api. Bea is in two groups. */
class SeatsAtEveryDoorTests extends RefusalTest {

    private static final String APPROVE = """
            {"variables": {"decision": {"value": "approve"}, "comment": {"value": "Fine."}}}""";

    private ReleaseId release;

    @BeforeEach
    void waitForOperationsAndSecurity() {
        flows.as(Actor.SYSTEM, () -> {
            var bea = new Person(new PersonId("bea"), "bea Test", "bea@example.com");
            var groups = Set.of(new GroupId("operations"), new GroupId("security"));
            flows.bean(Accounts.class).ensure(bea, "secret-bea", groups);
            return bea;
        });
        flows.apply(product.critical());
        var plan = product.version("1.0.0");
        product.commit("feat!: change everything", "Dora", "dora@example.com");
        product.commit("fix: what Sam found", "Sam", "sam@example.com");
        release = flows.open(plan);
        flows.go(release);
        flows.signedIn("rita", () -> product.attachSecurityReview(flows, release));
        flows.complete(
                release, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Reviewed.");
    }

    @AfterEach
    void beaLeaves() {
        leave("bea", "operations");
        leave("bea", "security");
    }

    @Test
    void sendsWhoeverIsNeededElsewhereThere() throws Exception {
        var reason = "bea is needed on the seat Security";
        assertRefusedEverywhere("Operations", "bea", reason);
        assertThat(reassign("Operations", "bea").body()).contains("bea is needed on another seat");

        assertDone(overRest("bea").post("/task/" + seat("Security").getId() + "/complete", APPROVE));
        assertDone(overRest("oscar").post("/task/" + seat("Operations").getId() + "/complete", APPROVE));
        flows.go(release);
        assertThat(asked().settled()).isEqualTo(Approval.Outcome.APPROVED);
    }

    @Test
    void namesAndEndsAConflictOnThePage() throws Exception {
        var oscar = inTasklist("oscar").browser;
        assertThat(oscar.get("/conflicts").body())
                .contains("Only an administrator")
                .doesNotContain("Name a conflict");
        oscar.send(
                "POST",
                "/conflicts",
                Browser.form("person", "bea", "reason", "cousins", "_csrf", oscar.csrf("/tokens")));
        assertThat(oscar.get("/conflicts").body()).contains("Only an administrator who signed in can see and change");
        join("dan", "camunda-admin");
        try {
            var dan = inTasklist("dan").browser;
            assertThat(dan.get("/substitutes").body()).contains("/conflicts");
            assertThat(dan.get("/conflicts").body()).contains("No conflict is named");
            var refused = dan.send(
                    "POST",
                    "/conflicts",
                    Browser.form("person", "oscar", "reason", "", "_csrf", dan.csrf("/conflicts")));
            assertThat(refused.body()).contains("Nothing was entered.", "Say why");
            dan.send(
                    "POST",
                    "/conflicts",
                    Browser.form(
                            "person",
                            "oscar",
                            "product",
                            product.key(),
                            "reason",
                            "cousins",
                            "_csrf",
                            dan.csrf("/conflicts")));

            var listed = dan.get("/conflicts").body();
            assertThat(listed).contains("oscar does not decide from now on.", "cousins", product.key());
            assertRefusedEverywhere("Operations", "oscar", "oscar has a conflict (cousins)");

            var id = listed.replaceAll("(?s).*/conflicts/(\\d+)/end.*", "$1");
            dan.send("POST", "/conflicts/" + id + "/end", Browser.form("_csrf", dan.csrf("/conflicts")));
            assertThat(dan.get("/conflicts").body()).contains("The conflict holds no longer.", "No conflict is named");
        } finally {
            endConflicts();
            leave("dan", "camunda-admin");
        }
    }

    @Test
    void letsOnlyOneOfTwoDecideWhoMustNotDecideTogether() throws Exception {
        join("dan", "camunda-admin");
        try {
            enter(inTasklist("dan").browser, "oscar", "bea");
            assertDone(overRest("bea").post("/task/" + seat("Security").getId() + "/complete", APPROVE));

            assertRefusedEverywhere("Operations", "oscar", "oscar must not decide together with bea, who has voted");
        } finally {
            endConflicts();
            leave("dan", "camunda-admin");
        }
    }

    @Test
    void takesNoVotesWhileTheReleaseIsOnHold() throws Exception {
        var seat = seat("Operations").getId();
        hold(release);
        for (var oscar : bothWays("oscar")) {
            assertThat(oscar.post("/task/" + seat + "/complete", APPROVE).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(asked().open()).hasSize(2);
    }

    @Test
    void showsBothSeatsAndWhatOthersSaid() {
        assertDone(overRest("bea").post("/task/" + seat("Security").getId() + "/complete", APPROVE));

        var shown = summary(release, "Activity_Decide");
        assertThat(shown)
                .contains(
                        "\"seat\":\"Decide on production: Operations\"",
                        "\"risk\":\"high\"",
                        "\"subject\":\"feat!: change everything\"",
                        "\"name\":\"security-review\"",
                        "\"gates\":[{",
                        "\"voter\":\"bea Test\",\"decision\":\"approve\",\"comment\":\"Fine.\"");
    }

    private void assertRefusedEverywhere(String label, String person, String reason) throws Exception {
        var task = seat(label).getId();
        for (var caller : bothWays(person)) {
            assertRefused(caller.post("/task/" + task + "/claim", "{\"userId\": \"" + person + "\"}"), reason);
            assertRefused(caller.post("/task/" + task + "/complete", APPROVE), reason);
            assertRefused(caller.post("/task/" + task + "/submit-form", APPROVE), reason);
        }
        var browser = inTasklist(person).browser;
        var page = "/releases/" + release;
        browser.send(
                "POST",
                page + "/tasks/" + task + "/vote",
                Browser.form("decision", "APPROVE", "comment", "", "_csrf", browser.csrf(page)));
        assertThat(browser.get(page).body()).contains(reason);
    }

    private HttpResponse<String> reassign(String label, String to) {
        var number = asked().seats().stream()
                .filter(seat -> seat.label().equals(label))
                .findFirst()
                .orElseThrow()
                .number();
        return overRest("rita")
                .anywhere(
                        "application/json",
                        "POST",
                        "/api/releases/" + release + "/approvals/" + asked().id() + "/seats/" + number + "/reassign",
                        "{\"person\": \"" + to + "\", \"reason\": \"quicker\"}");
    }

    private static HttpResponse<String> enter(Browser browser, String person, String other) throws Exception {
        return browser.send(
                "POST",
                "/api/conflicts",
                "{\"person\": \"" + person + "\", \"other\": \"" + other + "\", \"reason\": \"cousins\"}",
                "X-CSRF-TOKEN",
                browser.csrf("/tokens"));
    }

    private void endConflicts() throws Exception {
        var dan = inTasklist("dan").browser;
        var ids = dan.get("/api/conflicts").body().split("\"id\":");
        for (var at = 1; at < ids.length; at++) {
            var id = ids[at].replaceAll("[^0-9].*", "");
            dan.send("DELETE", "/api/conflicts/" + id, "", "X-CSRF-TOKEN", dan.csrf("/tokens"));
        }
    }

    private Approval asked() {
        return flows.bean(Approvals.class).of(release).get(0);
    }

    private Task seat(String label) {
        return flows.tasks(release).stream()
                .filter(task -> task.getName().endsWith(label))
                .findFirst()
                .orElseThrow();
    }
}
