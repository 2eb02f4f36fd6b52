package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.deployment.RollBacks;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

/** The short way: straight to all users, and approved afterwards where it is an emergency. */
class HotfixProcessTests extends ProcessTest {

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "hotfix", folder, "staging", "production").critical();
    }

    @Test
    void takesAnEmergencyStraightToUsersAndHasItApprovedAfterwards() {
        var id = emergency("1.0.1");
        assertThat(product.running("production")).isEqualTo("1.0.1");
        assertThat(product.running("staging")).isEqualTo("1.0.1");
        flows.letTheWatchPass(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewEmergency").hasNotPassed("Activity_ApproveProduction");

        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");

        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::purpose)
                .containsExactly("emergency-review");
    }

    @Test
    void asksBeforeProductionWhereItIsNoEmergency() {
        var id = waitingForApproval("1.0.0");
        assertThat(flows.of(id)).isWaitingAt("Activity_ApproveProduction");
        assertThat(product.running("production")).isEmpty();

        flows.vote(id, "olga", "approve");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void goesBackToANewCandidateWhereItIsRejectedAndEndsWhereItIsGivenUp() {
        var id = waitingForApproval("1.0.0");

        flows.vote(id, "olga", "reject");
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate");
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "new-candidate");
        assertThat(flows.bean(Releases.class).candidate(id).number()).isEqualTo(2);
        flows.vote(id, "olga", "reject");
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "give-up", "reason", "It can wait.");

        flows.expect(id, State.REJECTED);
        assertThat(flows.release(id).outcome()).contains("It can wait.");
    }

    @Test
    void stopsAtItsGateUntilThatPasses() {
        product.testsFail();
        var id = emergency("1.0.1");
        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGates").hasNotPassed("Activity_DeployToStaging");

        product.testsPass();
        flows.complete(id, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Flaky.");

        assertThat(product.running("production")).isEqualTo("1.0.1");
    }

    @Test
    void sendsBackWhatTheGateDoesNotLetPassOrIsNotWhatItWas() {
        product.testsFail();
        var id = emergency("1.0.1");
        flows.complete(id, "Activity_DecideAboutGates", "rita", "gateChoice", "send-back", "reason", "It is broken.");
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate");

        var plan = product.version("1.0.2");
        var altered = flows.open(Emergency.of(plan));
        product.artifact("1.0.2", "altered");
        flows.go(altered);
        assertThat(flows.of(altered)).hasPassed("Event_ArtifactAltered").isWaitingAt("Activity_ProvideNewCandidate");
    }

    @Test
    void decidesAboutAGateWhoseCheckCouldNotRun() {
        product.checksBreak();
        var id = emergency("1.0.1");

        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGates");
    }

    @Test
    void rollsBackByItselfWhatFallsIll() {
        var id = emergency("1.0.1");

        product.fallsIll("production");
        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void rollsBackWhatSomebodyWantsBack() {
        var id = emergency("1.0.1");

        flows.as(Actor.person("rita"), () -> flows.bean(RollBacks.class).rollBack(id, null, "It is worse."));
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).isEqualTo("It is worse.");
        assertThat(product.running("staging")).isEmpty();
    }

    @Test
    void canBeCancelledBeforeItHasTouchedProduction() {
        var id = waitingForApproval("1.0.0");

        cancel(id, "Not needed any more.");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");

        flows.expect(id, State.CANCELLED);
        assertThat(product.running("staging")).isEmpty();
    }

    private ReleaseId emergency(String version) {
        flows.apply(product);
        var id = flows.open(Emergency.of(product.version(version)));
        flows.go(id);
        return id;
    }
}
