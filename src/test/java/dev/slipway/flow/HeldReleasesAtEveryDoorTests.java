package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Browser;
import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Entering;
import dev.slipway.calendar.Entry;
import dev.slipway.calendar.EntryDraft;
import dev.slipway.calendar.Scope;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Degree;
import dev.slipway.release.RegisteredRisk.Standing;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.RiskDraft;
import dev.slipway.release.Risks;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds a release before production (a freeze, a closed window, a stopped line, an open high risk), and what ends a vote (its deadline), tried over
 * /engine-rest, as Camunda's web applications do, on our page and over /api: by an operator who may intervene, by whoever requested the release, and by an
 * administrator of the engine.
 */
class HeldReleasesAtEveryDoorTests extends RefusalTest {

    private static final String APPROVE = """
            {"variables": {"decision": {"value": "approve"}, "comment": {"value": "Too late."}}}""";

    private ReleaseId release;

    @BeforeEach
    void waitForApproval() {
        release = waitingForApproval("1.0.0");
    }

    @Test
    void aFreezeHolds() throws Exception {
        held(
                () -> enter(draft(
                        Entry.Kind.FREEZE, LocalDateTime.now(ZoneOffset.UTC).minusHours(1))),
                "Freeze 'Audit'");
    }

    @Test
    void aClosedWindowHolds() throws Exception {
        held(
                () -> enter(draft(
                        Entry.Kind.WINDOW, LocalDateTime.now(ZoneOffset.UTC).plusDays(2))),
                "No window of");
    }

    @Test
    void aStoppedLineHolds() throws Exception {
        held(
                () -> flows.as(
                        Actor.person("rita"),
                        () -> flows.bean(Calendar.class)
                                .stopTheLine(new Scope(new ProductKey(product.key()), null), "Fire.", false)),
                "The line is stopped");
    }

    @Test
    void anOpenHighRiskHolds() throws Exception {
        var risk = new RiskDraft(
                "Data loss", new PersonId("dora"), Degree.HIGH, Degree.HIGH, "", Standing.OPEN, "seen in the review");
        held(
                () -> flows.as(
                        Actor.person("rita"), () -> flows.bean(Risks.class).raise(release, risk)),
                "risk 1 is high and open");
    }

    @Test
    void aDeadlineEndsTheVote() throws Exception {
        var task = flows.task(release, "Activity_Decide").getId();
        flows.fire(release, "Event_TimeIsUp");

        for (var oscar : bothWays("oscar")) {
            assertThat(oscar.post("/task/" + task + "/claim", "{\"userId\": \"oscar\"}")
                            .statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(oscar.post("/task/" + task + "/complete", APPROVE).statusCode())
                    .isGreaterThanOrEqualTo(400);
            assertThat(oscar.post("/task/" + task + "/submit-form", APPROVE).statusCode())
                    .isGreaterThanOrEqualTo(400);
        }
        var browser = inTasklist("oscar").browser;
        var page = "/releases/" + release;
        browser.send(
                "POST",
                page + "/tasks/" + task + "/vote",
                Browser.form("decision", "APPROVE", "comment", "", "_csrf", browser.csrf(page)));
        assertThat(browser.get(page).body()).doesNotContain("Your vote is counted.");
        var asked = flows.bean(Approvals.class).of(release).get(0);
        assertThat(overRest("rita")
                        .anywhere(
                                "application/json",
                                "POST",
                                "/api/releases/" + release + "/approvals/" + asked.id() + "/seats/1/reassign",
                                "{\"person\": \"oscar\", \"reason\": \"late\"}")
                        .body())
                .contains("takes no more votes");
        assertThat(asked.settled()).isEqualTo(Approval.Outcome.EXPIRED);
        assertThat(asked.open()).hasSize(1);
    }

    private void held(Runnable obstacle, String reason) throws Exception {
        obstacle.run();
        flows.vote(release, "olga", "approve");
        assertHeld(reason);

        join("dan", "camunda-admin");
        try {
            for (var person : List.of("oscar", "rita", "dan")) {
                for (var caller : bothWays(person)) {
                    attempts()
                            .forEach(attempt -> assertThat(caller.send(attempt.verb, attempt.path, attempt.body)
                                            .statusCode())
                                    .as("%s by %s over %s", attempt, person, caller)
                                    .isGreaterThanOrEqualTo(400));
                }
                onOurPage(person);
                overApi(person);
            }
        } finally {
            leave("dan", "camunda-admin");
        }
        flows.go(release);
        assertHeld(reason);
        assertThat(journal(release.value(), "flow.clearance-given"))
                .as("cleared for staging only")
                .noneMatch(entry -> entry.payload().contains("\"production\""));
    }

    /** Everything that could wake the release, move it on, or change what its step has answered. */
    private List<Attempt> attempts() {
        var instances = flows.all(release);
        var engine = flows.engine.getRuntimeService();
        var subscriptions = instances.stream()
                .flatMap(instance ->
                        engine.createEventSubscriptionQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
        var messages = subscriptions.stream()
                .flatMap(subscription -> Stream.of(
                        new Attempt(
                                "POST",
                                "/message",
                                "{\"messageName\": \"" + subscription.getEventName() + "\", \"businessKey\": \""
                                        + release
                                        + "\", \"processVariables\": {\"clearance\": {\"value\": \"given\"}}}"),
                        new Attempt(
                                "POST",
                                "/execution/" + subscription.getExecutionId() + "/messageSubscriptions/"
                                        + subscription.getEventName() + "/trigger",
                                "{\"variables\": {}}"),
                        new Attempt("POST", "/execution/" + subscription.getExecutionId() + "/signal", "{}")));
        var jobs = flows.jobs(release)
                .map(Job::getId)
                .flatMap(job -> Stream.of(
                        new Attempt("POST", "/job/" + job + "/execute", "{}"),
                        new Attempt(
                                "PUT", "/job/" + job + "/duedate", "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}"),
                        new Attempt("POST", "/job/" + job + "/duedate/recalculate", "{}"),
                        new Attempt("PUT", "/job/" + job + "/retries", "{\"retries\": 3}")));
        var moves = instances.stream()
                .map(instance -> instance.getId())
                .flatMap(instance -> Stream.of(
                        new Attempt(
                                "POST",
                                "/process-instance/" + instance + "/modification",
                                "{\"skipCustomListeners\": true, \"instructions\": [{\"type\": \"startBeforeActivity\","
                                        + " \"activityId\": \"Activity_DeployRelease\"}]}"),
                        new Attempt(
                                "PUT",
                                "/process-instance/" + instance + "/variables/clearance",
                                "{\"value\": \"given\", \"type\": \"String\"}"),
                        new Attempt("PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\": true}"),
                        new Attempt("DELETE", "/process-instance/" + instance, "")));
        assertThat(subscriptions).isNotEmpty();
        return Stream.of(messages, jobs, moves).flatMap(one -> one).toList();
    }

    private void onOurPage(String person) throws Exception {
        var browser = inTasklist(person).browser;
        var page = "/releases/" + release;
        for (var act : List.of("retry", "skip")) {
            browser.send(
                    "POST",
                    page + "/" + act,
                    Browser.form("visit", "none", "reason", "go on", "_csrf", browser.csrf(page)));
        }
    }

    /** Asking for an exemption is not getting one, and a risk is not let pass by those who have a hand in it. */
    private void overApi(String person) {
        var caller = overRest(person);
        var json = "application/json";
        assertThat(caller.anywhere(
                                json,
                                "PUT",
                                "/api/releases/" + release + "/change",
                                "{\"type\": \"emergency\", \"state\": \"implement\"}")
                        .statusCode())
                .isGreaterThanOrEqualTo(400);
        if (!person.equals("dan")) {
            caller.anywhere(json, "PUT", "/api/releases/" + release + "/risks/1", """
                    {"title": "Data loss", "owner": "dora", "likelihood": "high", "impact": "high",
                     "mitigation": "", "state": "accepted", "reason": "go on"}""");
        }
    }

    private void assertHeld(String reason) {
        assertThat(product.running("production")).isEmpty();
        assertThat(flows.waiting(release))
                .as(() -> flows.explain(release))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.reason()).contains(reason));
    }

    private void enter(EntryDraft draft) {
        var entering =
                flows.as(Actor.person("rita"), () -> flows.bean(Calendar.class).add(draft));
        assertThat(entering).isInstanceOf(Entering.Made.class);
    }

    private EntryDraft draft(Entry.Kind kind, LocalDateTime start) {
        return new EntryDraft(
                kind,
                "Audit",
                "Because.",
                product.key(),
                "production",
                start,
                start.plusDays(3),
                "UTC",
                "",
                Set.of(),
                false);
    }

    private record Attempt(String verb, String path, String body) {}
}
