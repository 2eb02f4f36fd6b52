package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;

/** Releases that follow the agile flow, each on its way. */
abstract class AgileProcessTest extends ProcessTest {

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "agile-release", folder, "staging", "production");
    }

    @Override
    ReleaseId released(String version) {
        var id = sprinting(version);
        walk(id).reachProduction();
        walk(id).finish();
        flows.expect(id, State.RELEASED);
        return id;
    }

    ReleaseId sprinting(String version) {
        flows.apply(product);
        var id = flows.open(product.version(version).withSprintEnd(inTwoWeeks()));
        flows.go(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_RunSprint");
        return id;
    }

    AgileWalk walk(ReleaseId id) {
        return new AgileWalk(flows, id);
    }

    static Instant inTwoWeeks() {
        return Instant.now().plus(Duration.ofDays(14));
    }
}
