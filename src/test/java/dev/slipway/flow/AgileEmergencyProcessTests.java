package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

/** An emergency rolls out in growing steps like any sprint, but before anybody has approved it. */
class AgileEmergencyProcessTests extends AgileProcessTest {

    @Test
    void isReviewedWhenAllOfProductionHasIt() {
        var id = inReview();
        assertThat(flows.of(id)).hasNotPassed("Activity_ReviewSprint").isWaitingAt("Activity_ReviewEmergency");

        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");
        walk(id).holdRetrospective();

        flows.expect(id, State.RELEASED);
    }

    @Test
    void isRolledBackWhenTheReviewRejectsIt() {
        var id = inReview();

        decide(id, "roll-back");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void mayStayAlthoughTheReviewRejectsIt() {
        var id = inReview();

        decide(id, "keep");
        walk(id).holdRetrospective();

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    private ReleaseId inReview() {
        flows.apply(product);
        var id = flows.open(Emergency.of(product.version("1.0.0")).withSprintEnd(inTwoWeeks()));
        flows.go(id);
        walk(id).reachReview();
        walk(id).goOn();
        walk(id).goOn();
        walk(id).goOn();
        return id;
    }

    private void decide(ReleaseId id, String choice) {
        flows.vote(id, "carl", "reject");
        flows.complete(
                id, "Activity_DecideAboutEmergency", "olga", "emergencyChoice", choice, "reason", "Weighed again.");
    }
}
