package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.Browser;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.journal.Actor;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Analysis;
import dev.slipway.quality.analysis.Finding;
import dev.slipway.quality.analysis.Recoveries;
import dev.slipway.release.Delivery;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisProcessTests extends WatchedReleaseTest {

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
                .satisfies(failure -> assertThat(failure.actedBy()).isEqualTo("olga"));
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

    @Test
    void judgesAfterTheSwitchByTheProductsCriteriaWhatNothingShowedInTheDark() {
        released("1.0.0");
        productHas("""
                criteria:
                  - {name: failed, query: 'failed{version="${version}"}', total: 'requests{version="${version}"}', comparison: <=, threshold: 0.01}
                  - {name: compared, query: 'latency{version="${version}"}'}
                interval: 1s
                recovery: 1h
                """);
        prometheus.forget();
        var id = flows.open(product.version("2.0.0").withDelivery(new Delivery("blue-green", List.of())));
        flows.go(id);
        flows.letTheWatchPass(id);

        assertThat(flows.bean(Releases.class).plan(id).delivery().acceptance())
                .satisfies(taken -> assertThat(taken.isOfProduct()).isTrue())
                .satisfies(taken -> assertThat(taken.recovery()).isEqualTo(Duration.ofHours(1)));
        assertThat(flows.tasks(id)).isEmpty();
        assertThat(flows.bean(Analyses.class).of(id).get(1)).satisfies(dark -> {
            assertThat(dark.share()).isZero();
            assertThat(dark.finding()).isEqualTo(Finding.NOT_ENOUGH_DATA);
        });
        assertThat(flows.of(id)).isWaitingAt("Activity_DeployToProduction");
        prometheus.says("failed", at -> 5 * at).says("requests", at -> 50 * at);
        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(newest(id).share()).isEqualTo(100);
        assertThat(flows.release(id).outcome()).startsWith("failed fails: 10 % of ");
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @Test
    void watchesHealthAloneWhereNobodyCanBeAskedByTheProductsCriteria() throws Exception {
        product.measuredBy("");
        flows.apply(product);
        productHas("criteria: [{name: failed, query: up, comparison: <, threshold: 1}]");
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        var browser = new Browser(port);
        browser.signIn("rita", "secret-rita");

        assertThat(browser.get("/releases/" + id).body())
                .contains("the criteria of " + product.key() + ", revision 1", "not measured");
        assertThat(browser.get("/releases/new?product=" + product.key()).body())
                .contains("by those of the product", "failed");
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Analyses.class).of(id)).isEmpty();
    }

    private void productHas(String acceptance) {
        var text = "apiVersion: slipway/v1\nkind: Acceptance\nkey: " + product.key() + "\n" + acceptance;
        var applying = flows.as(
                Actor.SYSTEM,
                () -> flows.bean(Catalog.class).apply(List.of(new SourceDocument("acceptance.yaml", text))));
        assertThat(applying).isInstanceOf(Applying.Applied.class);
    }
}
