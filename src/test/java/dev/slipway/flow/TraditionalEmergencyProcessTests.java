package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.release.ChangeRecords;
import dev.slipway.release.ChangeType;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

/** An emergency passes every phase, but goes to production before the board is asked. */
class TraditionalEmergencyProcessTests extends TraditionalProcessTest {

    @Test
    void isNormalWhereNobodyAsksForMore() {
        var id = planned("1.0.0");
        walk(id).signOffPlan();

        assertThat(flows.bean(ChangeRecords.class).find(id).orElseThrow().type())
                .isEqualTo(ChangeType.NORMAL);
    }

    @Test
    void asksTheBoardOnlyAfterProduction() {
        var id = inReview();
        assertThat(flows.of(id)).hasNotPassed("Activity_AskAdvisoryBoard").isWaitingAt("Activity_ReviewEmergency");

        walk(id).askAdvisoryBoard();
        flows.complete(id, "Activity_ReviewImplementation", "rita", "report", "It had to be fast.");

        flows.expect(id, State.RELEASED);
    }

    @Test
    void isRolledBackWhenTheBoardRejectsIt() {
        var id = inReview();

        decide(id, "roll-back");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void mayStayAlthoughTheBoardRejectsIt() {
        var id = inReview();

        decide(id, "keep");
        flows.complete(id, "Activity_ReviewImplementation", "rita", "report", "It had to be fast.");

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    private ReleaseId inReview() {
        flows.apply(product);
        var id = flows.open(Emergency.of(product.version("1.0.0")));
        flows.go(id);
        walk(id).signOffPlan();
        walk(id).pass(TraditionalWalk.Phase.values());
        walk(id).carryOutChecklist("olga");
        walk(id).findInOrder("oscar");
        flows.letTheWatchPass(id);
        return id;
    }

    private void decide(ReleaseId id, String choice) {
        flows.vote(id, "carl", "reject");
        flows.complete(
                id, "Activity_DecideAboutEmergency", "olga", "emergencyChoice", choice, "reason", "Weighed again.");
    }
}
