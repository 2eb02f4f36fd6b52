package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approval.Outcome;
import dev.slipway.approval.Approvals;
import dev.slipway.flow.door.Refusal;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraditionalProductionProcessTests extends TraditionalProcessTest {

    @Test
    void hasTheChecklistCheckedBySomebodyElse() {
        var id = inProduction("1.0.0");

        assertThatThrownBy(() -> walk(id).findInOrder("olga"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("must be done by somebody else");
        walk(id).findInOrder("oscar");

        assertThat(flows.of(id)).isWaitingAt("Activity_VerifyProduction");
    }

    @Test
    void doesNotTakeAChecklistWithABoxLeftEmpty() {
        var id = planned("1.0.0");
        walk(id).reachProduction();

        assertThatThrownBy(() -> flows.complete(
                        id,
                        "Activity_CarryOutChecklist",
                        "olga",
                        "usersTold",
                        true,
                        "backupMade",
                        false,
                        "rollBackKnown",
                        true,
                        "monitoringUp",
                        true,
                        "peopleReady",
                        true))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("has to be filled in");

        assertThat(flows.of(id)).isWaitingAt("Activity_DeployByChecklist");
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void rollsBackWhatIsFoundNotInOrder() {
        var id = inProduction("1.0.0");

        flows.complete(
                id, "Activity_CheckTheWork", "oscar", "finding", "roll-back", "reason", "The logs are full of errors.");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("Found not in order: The logs are full of errors.");
        assertNothingIsLeft();
    }

    @Test
    void rollsBackWhatCouldNotBeDeployedToProduction() {
        var id = planned("1.0.0");
        walk(id).reachProduction();

        product.fallsIll("production");
        walk(id).carryOutChecklist("olga");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("/health");
        assertNothingIsLeft();
    }

    @Test
    void rollsBackWhatCannotBeVerified() {
        released("1.0.0");
        var id = verifying("2.0.0");
        assertThat(product.running("production")).isEqualTo("2.0.0");

        product.fallsIll("production");
        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(List.of("development", "qa", "uat", "production"))
                .allSatisfy(
                        environment -> assertThat(product.running(environment)).isEqualTo("1.0.0"));
    }

    @Test
    void hasSomebodyPutRightWhatCannotBeRolledBack() {
        released("1.0.0");
        var id = verifying("2.0.0");
        product.loses("1.0.0");
        product.fallsIll("production");
        flows.letTheWatchPass(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_RollBack");

        flows.complete(id, "Activity_PutRightByHand", "olga", "putRight", "try-again", "reason", "Perhaps now.");
        assertThat(flows.of(id)).isWaitingAt("Activity_RollBack");
        flows.complete(id, "Activity_PutRightByHand", "olga", "putRight", "not-restored", "reason", "It is lost.");

        flows.expect(id, State.FAILED);
        assertThat(flows.release(id).outcome()).isEqualTo("It is lost.");
    }

    @Test
    void endsAtOnceWhenItIsCancelledBeforeAnythingWasDeployed() {
        var id = planned("1.0.0");

        cancel(id, "Not now.");

        flows.expect(id, State.CANCELLED);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::settled)
                .containsExactly(Outcome.WITHDRAWN);
    }

    @Test
    void failsWhereACancelledReleaseCannotBePutBack() {
        released("1.0.0");
        var id = inProduction("2.0.0");
        product.loses("1.0.0");

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");
        flows.complete(id, "Activity_PutRightByHand", "oscar", "putRight", "not-restored", "reason", "It is lost.");

        flows.expect(id, State.FAILED);
        assertThat(flows.release(id).outcome()).isEqualTo("It is lost.");
    }

    @Test
    void leavesWhatWasDeployedIfToldSo() {
        var id = planned("1.0.0");
        walk(id).signOffPlan();

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "stay", "reason", "Somebody needs it.");

        flows.expect(id, State.CANCELLED);
        assertThat(product.running("development")).isEqualTo("1.0.0");
    }

    @Test
    void putsBackEverythingWhenItIsCalledOffInProduction() {
        var id = inProduction("1.0.0");

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");

        flows.expect(id, State.CANCELLED);
        assertNothingIsLeft();
    }

    /** In production, and not checked by the second person yet. */
    private ReleaseId inProduction(String version) {
        var id = planned(version);
        walk(id).reachProduction();
        walk(id).carryOutChecklist("olga");
        assertThat(product.running("production")).isEqualTo(version);
        return id;
    }

    private ReleaseId verifying(String version) {
        var id = inProduction(version);
        walk(id).findInOrder("oscar");
        return id;
    }

    private void assertNothingIsLeft() {
        assertThat(List.of("development", "qa", "uat", "production"))
                .allSatisfy(
                        environment -> assertThat(product.running(environment)).isEmpty());
    }
}
