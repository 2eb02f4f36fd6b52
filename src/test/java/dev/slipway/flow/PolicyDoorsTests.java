package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.flow.step.Obstacle;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Policies;
import dev.slipway.release.Degree;
import dev.slipway.release.Opening;
import dev.slipway.release.RegisteredRisk;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import dev.slipway.release.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies refuse, tried by each way that there is, and what they say on their pages. */
class PolicyDoorsTests extends RefusalTest {

    private static final Path RISK = Path.of("processes/policies/assess-risk.dmn");

    @Test
    void aPullRequestStartsNoReleaseByAnyWay() {
        flows.apply(product);
        var plan = product.version("1.0.0");
        for (var trigger : List.of(new Trigger("pull-request", "main"), new Trigger("push", "feature/x"))) {
            var opening = flows.as(
                    Actor.person("rita"), () -> flows.bean(Releases.class).open(plan, "", trigger));
            assertThat(opening)
                    .isInstanceOfSatisfying(
                            Opening.Refused.class,
                            refused -> assertThat(refused.flaws().get(0).reason())
                                    .contains(
                                            "start-release",
                                            "because rule ",
                                            "What asks is " + trigger.event(),
                                            "May it start = no"));
        }
        assertThat(flows.bean(Policies.class).newest("", "start-release"))
                .hasValueSatisfying(kept -> assertThat(kept.facts()).containsEntry("branch", "feature/x"));
        var unreadable = flows.as(
                Actor.person("rita"), () -> flows.bean(Releases.class).open(plan, "", new Trigger("rumour", "")));
        assertThat(unreadable).isInstanceOf(Opening.Refused.class);

        var opened = flows.as(
                Actor.person("rita"), () -> flows.bean(Releases.class).open(plan, "", new Trigger("push", "main")));
        assertThat(opened).isInstanceOf(Opening.Opened.class);
        var id = ((Opening.Opened) opened).release().id().value();
        assertThat(flows.bean(Policies.class).evaluations(id))
                .extracting(kept -> kept.table())
                .contains("start-release", "choose-strategy");
    }

    @Test
    void aPullRequestStartsNoReleaseOverRest() {
        flows.apply(product);
        var body = """
                {"product": "%s", "version": "1.0.0", "revision": "master",
                 "artifacts": [{"component": "service", "location": "%s", "digest": "%s"}],
                 "trigger": {"event": "%s", "branch": "main"}}""";
        var artifact = product.artifact("1.0.0", "1.0.0");
        var caller = overRest("rita");
        var key = product.component().product().value();

        var refused = caller.anywhere(
                "application/json",
                "POST",
                "/api/releases",
                body.formatted(key, artifact.location(), artifact.digest().hex(), "pull-request"));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body()).contains("\"trigger\"", "because rule 6", "A pull request has not been merged yet");
        var opened = caller.anywhere(
                "application/json",
                "POST",
                "/api/releases",
                body.formatted(key, artifact.location(), artifact.digest().hex(), "push"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        var decisions = caller.anywhere("application/json", "GET", "/api/releases/" + key + "-1.0.0/decisions", "");
        assertThat(decisions.body()).contains("because rule 1: whatever the facts are, so Strategy = all-at-once");
    }

    @Test
    void onlyWhoMayConfigureSlipwayReplaysAndReloads() throws IOException {
        var table = Files.readString(RISK);
        for (var person : List.of("rita", "olga")) {
            var caller = overRest(person);
            var replay = caller.anywhere("application/xml", "POST", "/api/policies/assess-risk/replays", table);
            assertRefused(replay, "may not replay policies");
            assertRefused(caller.anywhere("application/json", "POST", "/api/models/reload", ""), "administrators");
        }
        var admin = overRest("admin");
        var wrong = admin.anywhere(
                "application/xml",
                "POST",
                "/api/policies/assess-risk/replays",
                table.replace(">= 1<", ">= >=<").replace("&gt;= 1<", "&gt;= &gt;=<"));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("is no FEEL", "\"line\":", "assess-risk.dmn");
        var unknown = admin.anywhere("application/xml", "POST", "/api/policies/none/replays", table);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertDone(admin.anywhere("application/json", "POST", "/api/models/reload", ""));
        assertDone(admin.anywhere("application/json", "GET", "/api/models", ""));
    }

    @Test
    void aReplayOverRestTellsHowReleasesReallyEnded() throws Exception {
        var id = released("1.0.0");
        var admin = overRest("admin");
        var stricter = Files.readString(RISK).replaceFirst("<text>\"low\"</text>", "<text>\"high\"</text>");

        var started = admin.anywhere("application/xml", "POST", "/api/policies/assess-risk/replays", stricter);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
        var location = started.headers().firstValue("Location").orElseThrow();
        String shown;
        do {
            shown = admin.anywhere("application/json", "GET", location, "").body();
        } while (shown.contains("\"running\""));
        assertThat(shown).contains("\"stage\":\"done\"");
        var after = 0L;
        var found = new StringBuilder();
        do {
            var page = admin.anywhere(
                            "application/json",
                            "GET",
                            location + "/decisions?difference=newly-blocked&limit=1000&after=" + after,
                            "")
                    .body();
            found.append(page);
            after = Long.parseLong(page.replaceAll("(?s).*\"next\":(\\d+).*", "$1"));
        } while (after > 0);
        assertThat(found.toString()).containsPattern("\"release\":\"" + id + "\"[^}]*\"ended\":\"released\"");
        assertThat(journal("slipway", "policy.replayed")).isNotEmpty();

        var browser = new Browser(port);
        browser.signIn("rita", "secret-rita");
        assertThat(browser.get(location.replace("/api", "") + "?difference=NEWLY_BLOCKED")
                        .body())
                .contains("Newly blocked", "newly blocked", "Really ended");
    }

    @Test
    void whoHasAHandInAHighRiskCannotLetItPassOverRest() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        var risks = "/api/releases/" + id + "/risks";
        var risk = """
                {"title": "Data loss", "owner": "dora", "likelihood": "high", "impact": "high",
                 "mitigation": "A copy is made", "state": "%s", "reason": "seen"}""";
        assertRefused(
                overRest("olga").anywhere("application/json", "POST", risks, risk.formatted("open")), "may not change");
        assertDone(overRest("rita").anywhere("application/json", "POST", risks, risk.formatted("open")));
        for (var state : List.of("accepted", "mitigated", "closed")) {
            assertRefused(
                    overRest("rita").anywhere("application/json", "PUT", risks + "/1", risk.formatted(state)),
                    "cannot let it go on");
        }
        assertThat(flows.bean(Risks.class).of(id)).singleElement().matches(RegisteredRisk::blocks);
        assertDone(overRest("admin").anywhere("application/json", "PUT", risks + "/1", risk.formatted("accepted")));
        assertThat(flows.bean(Risks.class).of(id).get(0).blocks()).isFalse();
        assertThat(journal(id.value(), "risk.changed")).hasSize(1);
    }

    @Test
    void anOpenHighRiskStandsBeforeEveryEnvironmentAndIsAFact() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        var obstacle = context.getBean("openRisks", Obstacle.class);
        assertThat(obstacle.before(id, new EnvironmentKey("staging"))).isEmpty();

        var draft = new RiskDraft(
                "Data loss",
                new PersonId("dora"),
                Degree.MEDIUM,
                Degree.HIGH,
                "",
                RegisteredRisk.Standing.OPEN,
                "seen in the review");
        flows.as(Actor.person("rita"), () -> flows.bean(Risks.class).raise(id, draft));

        assertThat(obstacle.before(id, new EnvironmentKey("staging"))).hasValueSatisfying(obstruction -> {
            assertThat(obstruction.reason()).contains("risk 1 is high and open: Data loss (owner dora)");
            assertThat(obstruction.until()).isNull();
        });
        flows.go(id);
        assertThat(flows.bean(Policies.class).newest(id.value(), "assess-risk"))
                .hasValueSatisfying(kept -> assertThat(kept.facts())
                        .containsEntry("highestOpenRisk", "high")
                        .containsEntry("openRisks", 1));
    }

    @Test
    void pagesShowTablesDecisionsAndTheRegister() throws Exception {
        var id = released("1.0.0");
        var browser = new Browser(port);
        browser.signIn("rita", "secret-rita");

        assertThat(browser.get("/policies").body()).contains("Assess risk", "Start release", "route-notification");
        assertThat(browser.get("/policies/assess-risk").body())
                .contains("Many changes at once", "[20..100)", "can replay a table");
        assertThat(browser.get("/policies/none").statusCode()).isEqualTo(404);
        assertThat(browser.get("/releases/" + id + "/decisions").body())
                .contains("because rule 1", "No release is without risk", "Rules that nearly matched", "all-at-once")
                .contains("Route notification");
        assertThat(browser.get("/releases/" + id).body()).contains("The register is empty", "all-at-once");

        flows.apply(product);
        var open = flows.open(product.version("2.0.0"));
        var page = "/releases/" + open;
        var answer = browser.send(
                "POST",
                page + "/risks",
                Browser.form(
                        "title",
                        "Data loss",
                        "owner",
                        "dora",
                        "likelihood",
                        "HIGH",
                        "impact",
                        "HIGH",
                        "_csrf",
                        browser.csrf(page)));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(browser.get(page).body()).contains("1. Data loss", "blocks");
        browser.send(
                "POST",
                page + "/risks/1",
                Browser.form(
                        "title",
                        "Data loss",
                        "owner",
                        "dora",
                        "likelihood",
                        "HIGH",
                        "impact",
                        "HIGH",
                        "standing",
                        "CLOSED",
                        "reason",
                        "no",
                        "_csrf",
                        browser.csrf(page)));
        assertThat(browser.get(page).body()).contains("cannot let it go on with it");
        assertThat(standing(open)).isEqualTo(RegisteredRisk.Standing.OPEN);
    }

    @Test
    void thePageNamesGroupsThatAreAskedForAndAreNotThere() throws Exception {
        var browser = new Browser(port);
        browser.signIn("rita", "secret-rita");
        assertThat(browser.get("/policies").body()).doesNotContain("Groups that are asked for and are not there");
        flows.engine.getIdentityService().deleteGroup("qa");
        try {
            assertThat(browser.get("/policies").body())
                    .contains("Groups that are asked for and are not there", "<strong>qa</strong>", "role=\"alert\"");
        } finally {
            join("quinn", "qa");
        }
    }

    private RegisteredRisk.Standing standing(ReleaseId id) {
        return flows.bean(Risks.class).of(id).get(0).standing();
    }
}
