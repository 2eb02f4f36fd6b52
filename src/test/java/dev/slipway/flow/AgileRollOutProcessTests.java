package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

class AgileRollOutProcessTests extends AgileProcessTest {

    @Test
    void growsInProductionStepByStep() {
        var id = sprinting("1.0.0");
        var walk = walk(id);
        walk.reachReview();
        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewSprint");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(product.instances("production")).isEmpty();

        walk.reviewSprint("approve");
        assertThat(flows.of(id)).isWaitingAt("Activity_RollOutToQuarter");
        assertThat(product.instances("production")).containsExactly("1.0.0");
        walk.goOn();
        assertThat(flows.of(id)).isWaitingAt("Activity_RollOutToHalf");
        assertThat(product.instances("production")).hasSize(2);
        walk.goOn();
        assertThat(flows.of(id)).isWaitingAt("Activity_RollOutToAll");
        assertThat(product.instances("production")).hasSize(4).containsOnly("1.0.0");
        walk.goOn();
        assertThat(flows.of(id)).isWaitingAt("Activity_HoldRetrospective");
        walk.holdRetrospective();

        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Quality.class).evidence(id))
                .extracting(Evidence::name)
                .contains("retrospective");
    }

    @Test
    void watchesOnWhileItIsHeld() {
        var id = sprinting("1.0.0");
        var walk = walk(id);
        walk.reachProduction();

        walk.decide("hold", "Let us see.");
        assertThat(product.instances("production")).hasSize(1);
        flows.fire(id, "Event_TenMinutesLater");
        assertThat(flows.of(id)).isWaitingAt("Activity_RollOutToQuarter");
        walk.finish();

        flows.expect(id, State.RELEASED);
    }

    @Test
    void rollsBackWhenSomebodyCallsItBack() {
        released("1.0.0");
        var id = sprinting("2.0.0");
        walk(id).reachProduction();
        walk(id).goOn();
        assertThat(product.instances("production")).containsExactly("2.0.0", "2.0.0", "1.0.0", "1.0.0");

        walk(id).decide("roll-back", "People complain.");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).isEqualTo("Called back at 50 percent: People complain.");
        assertThat(product.instances("production")).hasSize(4).containsOnly("1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    @Test
    void rollsBackWhatFallsIllWhileItIsWatched() {
        var id = sprinting("1.0.0");
        walk(id).reachProduction();

        product.fallsIll("production");
        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).startsWith("At 25 percent: ");
        assertThat(product.instances("production")).isEmpty();
    }

    @Test
    void rollsBackWhatCannotGrow() {
        var id = sprinting("1.0.0");
        walk(id).reachProduction();
        walk(id).goOn();

        product.loses("1.0.0");
        walk(id).goOn();

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).startsWith("At 100 percent: ");
        assertThat(product.instances("production")).isEmpty();
    }

    @Test
    void goesOnWhereSomebodyPutRightWhatCouldNotBeRolledBack() {
        released("1.0.0");
        var id = sprinting("2.0.0");
        walk(id).reachProduction();
        product.loses("1.0.0");
        walk(id).decide("roll-back", "People complain.");
        assertThat(flows.of(id)).isWaitingAt("Activity_RollBack");

        flows.complete(id, "Activity_PutRightByHand", "oscar", "putRight", "put-right", "reason", "Done by hand.");

        flows.expect(id, State.ROLLED_BACK);
    }

    @Test
    void failsWhereNothingCouldBePutRight() {
        released("1.0.0");
        var id = sprinting("2.0.0");
        walk(id).reachProduction();
        product.loses("1.0.0");
        walk(id).decide("roll-back", "People complain.");

        flows.complete(id, "Activity_PutRightByHand", "oscar", "putRight", "not-restored", "reason", "It is lost.");

        flows.expect(id, State.FAILED);
        assertThat(flows.release(id).outcome()).isEqualTo("It is lost.");
    }

    @Test
    void endsAtOnceWhenTheSprintIsCancelled() {
        var id = sprinting("1.0.0");

        cancel(id, "Other things first.");

        flows.expect(id, State.CANCELLED);
        assertThat(flows.release(id).outcome()).contains("Other things first.");
    }

    @Test
    void leavesAShareOfProductionIfToldSo() {
        var id = decidingInProduction();

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "rita", "rollBack", "stay", "reason", "Fine as it is.");

        flows.expect(id, State.CANCELLED);
        assertThat(product.instances("production")).hasSize(1);
    }

    @Test
    void putsBackAShareOfProductionWhenItIsCalledOff() {
        var id = decidingInProduction();

        cancel(id, "Not now.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");

        flows.expect(id, State.CANCELLED);
        assertThat(product.instances("production")).isEmpty();
        assertThat(product.running("staging")).isEmpty();
    }

    private ReleaseId decidingInProduction() {
        var id = sprinting("1.0.0");
        walk(id).reachProduction();
        flows.letTheWatchPass(id);
        return id;
    }
}
