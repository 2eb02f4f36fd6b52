package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.Browser;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Analysis;
import dev.slipway.quality.analysis.FakePrometheus;
import dev.slipway.quality.analysis.Finding;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.release.Acceptance;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class AnalysisProcessTests extends ProcessTest {

    private static final AcceptanceCriterion FAILED_REQUESTS = new AcceptanceCriterion(
            "failed-requests",
            "failed{version=\"${version}\"}",
            "requests{version=\"${version}\"}",
            "",
            "",
            "<=",
            0.01,
            0,
            Direction.INCREASE,
            null,
            null,
            null);

    @LocalServerPort
    int port;

    private final FakePrometheus prometheus = new FakePrometheus();

    @BeforeEach
    void measure() {
        product.measuredBy(prometheus.address().toString());
        prometheus.says("failed", at -> Math.round(at / 10)).says("requests", at -> 50 * at);
    }

    @AfterEach
    void stopMeasuring() {
        prometheus.close();
    }

    @Test
    void bringsAGoodVersionIntoProductionByItself() {
        var id = watched("1.0.0");

        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(newest(id).finding()).isEqualTo(Finding.PASS);
        assertThat(newest(id).reason()).isEqualTo("failed-requests passes: 0.2 % of 1,000; it has to be <= 1 %");
        assertThat(prometheus.asked()).contains("failed{version=\"1.0.0\"}");
    }

    @Test
    void showsEveryFigureAndJudgesAgain() throws Exception {
        var id = watched("1.0.0");
        flows.letTheWatchPass(id);
        var browser = new Browser(port);
        browser.signIn("rita", "secret-rita");
        var page = "/releases/" + id + "/analyses/" + newest(id).id();

        assertThat(browser.get("/releases/" + id).body())
                .contains("In use", "production, 100 %", "0.2 % of 1,000", "Judged by", "recovered within 0s")
                .doesNotContain(">goes on<");
        assertThat(browser.get(page).body())
                .contains("<polyline class=\"own\"", "upper bound", "passes: 0.2 % of 1,000", "Judge again");
        assertThat(browser.get(page + "?again=true").body()).contains("it comes to the same in every figure");
    }

    @Test
    void rollsABadVersionBackByItselfAndMeasuresHowFast() {
        released("1.0.0");
        prometheus.forget();
        prometheus.says("failed", at -> 5 * at).says("requests", at -> 50 * at);
        var id = watched("2.0.0");

        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(flows.release(id).outcome()).startsWith("failed-requests fails: 10 % of ");
        var recovery = flows.bean(Recoveries.class).of(id);
        assertThat(recovery.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.environment().value()).isEqualTo("production");
            assertThat(failure.acknowledging()).isPresent();
            assertThat(failure.recovering()).isPresent();
        });
        assertThat(recovery.lines()).extracting("verdict").containsExactly("kept", "missed", "kept");
        assertThat(acts(id))
                .containsSubsequence(
                        "analysis.begun",
                        "analysis.ended",
                        "recovery.failure-seen",
                        "recovery.acted-on",
                        "recovery.recovered");
    }

    @Test
    void asksAPersonWhereThereIsNotEnoughData() {
        prometheus.forget();
        var id = watched("1.0.0");

        flows.letTheWatchPass(id);

        assertThat(flows.tasks(id)).extracting("taskDefinitionKey").containsExactly("Activity_DecideAboutAnalysis");
        assertThat(summary(id, "Activity_DecideAboutAnalysis"))
                .contains("\"finding\":\"not-enough-data\"", "there is nothing that the query names");

        prometheus.says("failed", at -> 0).says("requests", at -> 50 * at);
        decide(id, "watch-longer");
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Analyses.class).of(id))
                .extracting(Analysis::finding)
                .containsExactly(Finding.PASS, Finding.NOT_ENOUGH_DATA);
    }

    @Test
    void goesOnOrRollsBackAsThePersonSays() {
        prometheus.forget();
        var good = watched("1.0.0");
        flows.letTheWatchPass(good);
        decide(good, "go-on");
        flows.expect(good, State.RELEASED);

        var bad = watched("2.0.0");
        flows.letTheWatchPass(bad);
        decide(bad, "roll-back");
        flows.expect(bad, State.ROLLED_BACK);
        assertThat(flows.release(bad).outcome()).contains("because I say so");
        assertThat(flows.bean(Recoveries.class).of(bad).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.actedBy()).isEqualTo("a person"));
    }

    @Test
    void rollsBackAtOnceWhenAnAlertFires() {
        released("1.0.0");
        var id = watched("2.0.0");

        var answer = alert(id, "firing", "2.0.0", Instant.now());
        flows.go(id);

        assertThat(answer).contains("\"outcome\":\"acted-on\"", "\"release\":\"" + id + "\"");
        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).isEqualTo("alert TooManyErrors in production: one in ten fails");
        assertThat(newest(id).finding()).isEqualTo(Finding.FAIL);
        assertThat(newest(id).reason()).startsWith("alert TooManyErrors");
        assertThat(acts(id)).contains("alert.fired", "recovery.recovered");
    }

    @Test
    void hearsTheSameAlertOnceAndThatItIsOver() {
        released("1.0.0");
        var id = watched("2.0.0");
        var since = Instant.now();

        assertThat(alert(id, "firing", "1.0.0", since.minusSeconds(1))).contains("it is about 1.0.0");
        assertThat(alert(id, "firing", "", since.minusSeconds(3600))).contains("it began before");
        alert(id, "firing", "", since);
        assertThat(alert(id, "firing", "", since)).contains("\"outcome\":\"repeated\"");
        assertThat(alert(id, "resolved", "", since)).contains("\"outcome\":\"resolved\"");
        assertThat(alert(id, "resolved", "", since)).contains("\"outcome\":\"resolved\"");

        assertThat(acts(id))
                .filteredOn(act -> act.startsWith("alert."))
                .containsExactly("alert.fired", "alert.resolved");
        assertThat(acts(id))
                .filteredOn(act -> act.equals("recovery.failure-seen"))
                .hasSize(1);
    }

    @Test
    void takesTheDecisionAwayWhenAnAlertFires() {
        released("1.0.0");
        prometheus.forget();
        var id = watched("2.0.0");
        flows.letTheWatchPass(id);
        assertThat(flows.tasks(id)).hasSize(1);

        alert(id, "firing", "", Instant.now());
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("TooManyErrors");
    }

    @Test
    void hearsNobodyWhoMayNotReportAlerts() {
        var id = watched("1.0.0");

        var answer = Caller.overRest(context, port, "dora")
                .anywhere("application/json", "POST", "/api/hooks/alertmanager", report("firing", "", Instant.now()));
        flows.go(id);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(flows.of(id)).isWaitingAt("Activity_WatchProduction");
    }

    @Test
    void catchesABadVersionInItsCanaryByComparingItWithTheFormerOne() {
        released("1.0.0");
        prometheus.forget();
        prometheus
                .says("failed{version=\"2.0.0\"}", at -> 3 * at)
                .says("failed{version=\"1.0.0\"}", at -> Math.round(at / 10))
                .says("requests", at -> 50 * at);
        var id = canary("2.0.0");

        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome())
                .isEqualTo("failed-requests fails: 6 % of 1,000 against 0.2 % of 1,000, p < 0.0001");
        assertThat(newest(id).share()).isEqualTo(50);
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @Test
    void bringsAGoodVersionThroughItsCanaryWithoutAHand() {
        released("1.0.0");
        var id = canary("2.0.0");

        flows.letTheWatchPass(id);
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Analyses.class).of(id))
                .extracting(Analysis::share, Analysis::finding)
                .containsExactly(tuple(100, Finding.PASS), tuple(50, Finding.PASS));
        assertThat(newest(id).reason()).isEqualTo("what could be compared was compared before");
    }

    /** Half of production has the version, and is judged against the other half. */
    private ReleaseId canary(String version) {
        flows.apply(product);
        var compared = new AcceptanceCriterion(
                "failed-requests",
                FAILED_REQUESTS.query(),
                FAILED_REQUESTS.total(),
                "",
                "",
                "",
                null,
                0,
                Direction.INCREASE,
                0.01,
                null,
                null);
        var stages = List.of(new Stage(50, Duration.ofSeconds(20)), new Stage(100, Duration.ZERO));
        var acceptance = new Acceptance(List.of(compared), Duration.ofSeconds(1), null, null, null);
        var id = flows.open(product.version(version).withDelivery(new Delivery("canary", stages).with(acceptance)));
        flows.go(id);
        assertThat(product.instances("production")).contains("1.0.0", version);
        return id;
    }

    /** Waits in production, where it is watched. */
    private ReleaseId watched(String version) {
        flows.apply(product);
        var acceptance = new Acceptance(
                List.of(FAILED_REQUESTS),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofMinutes(1));
        var plan = product.version(version).withDelivery(new Delivery("all-at-once", List.of()).with(acceptance));
        var id = flows.open(plan);
        flows.go(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_WatchProduction");
        return id;
    }

    private void decide(ReleaseId id, String choice) {
        flows.complete(
                id, "Activity_DecideAboutAnalysis", "olga", "analysisDecision", choice, "reason", "because I say so");
    }

    private Analysis newest(ReleaseId id) {
        return flows.bean(Analyses.class).of(id).get(0);
    }

    private List<String> acts(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 1000).stream()
                .map(Entry::act)
                .toList();
    }

    private String alert(ReleaseId id, String status, String version, Instant since) {
        return Caller.overRest(context, port, "olga")
                .anywhere("application/json", "POST", "/api/hooks/alertmanager", report(status, version, since))
                .body();
    }

    private String report(String status, String version, Instant since) {
        return """
                {"version": "4", "status": "%s", "receiver": "slipway", "alerts": [{
                    "status": "%s", "startsAt": "%s", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": "%s",
                    "labels": {"alertname": "TooManyErrors", "product": "%s", "environment": "production", "version": "%s"},
                    "annotations": {"summary": "one in ten fails"}}]}""".formatted(status, status, since, product.key(), product.key(), version);
    }
}
