package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.quality.analysis.Analyses;
import dev.slipway.quality.analysis.Analysis;
import dev.slipway.quality.analysis.FakePrometheus;
import dev.slipway.release.Acceptance;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A release in production that is watched there, with a Prometheus that says what it is told to. */
abstract class WatchedReleaseTest extends ProcessTest {

    static final AcceptanceCriterion FAILED_REQUESTS = new AcceptanceCriterion(
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

    final FakePrometheus prometheus = new FakePrometheus();

    @BeforeEach
    void measure() {
        product.measuredBy(prometheus.address().toString());
        prometheus.says("failed", at -> Math.round(at / 10)).says("requests", at -> 50 * at);
    }

    @AfterEach
    void stopMeasuring() {
        prometheus.close();
    }

    /** Half of production has the version, and is judged against the other half. */
    ReleaseId canary(String version) {
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
    ReleaseId watched(String version) {
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

    void decide(ReleaseId id, String choice) {
        flows.complete(
                id, "Activity_DecideAboutAnalysis", "olga", "analysisDecision", choice, "reason", "because I say so");
    }

    Analysis newest(ReleaseId id) {
        return flows.bean(Analyses.class).of(id).get(0);
    }

    List<String> acts(ReleaseId id) {
        return flows.bean(Journal.class).read(id.value(), 0, 1000).stream()
                .map(Entry::act)
                .toList();
    }
}
