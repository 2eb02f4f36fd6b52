package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

class DevopsReleaseProcessTests extends ProcessTest {

    @Test
    void keepsWhatAScannerLeavesAsAScan() {
        flows.apply(product.scanned());
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        assertThat(flows.bean(dev.slipway.quality.Quality.class).standing(id).evidence())
                .filteredOn(evidence -> evidence.name().equals("scan"))
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.kind()).isEqualTo(dev.slipway.quality.Evidence.Kind.SARIF));
    }

    @Test
    void bringsALowRiskIntoProductionWithoutAHand() {
        var id = released("1.0.0");

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    @Test
    void asksOperationsAboutAMediumRisk() {
        var id = waitingForApproval("1.0.0");
        assertThat(flows.of(id)).isWaitingAt("Activity_ApproveProduction").hasPassed("Activity_DeployToStaging");
        assertThat(product.running("production")).isEmpty();

        flows.vote(id, "olga", "approve");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    @Test
    void asksAgainAboutANewCandidateAfterARejection() {
        var id = waitingForApproval("1.0.0");

        flows.vote(id, "olga", "reject");
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate");
        var artifact = product.artifact("1.0.0-better", "better");
        product.commit("fix: what was rejected", "Dora", "dora@example.com");
        flows.complete(
                id,
                "Activity_NameCandidate",
                "rita",
                "candidateChoice",
                "new-candidate",
                "artifacts",
                "service, " + artifact.location() + ", sha256:" + artifact.digest());
        flows.vote(id, "oscar", "approve");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Releases.class).candidate(id).number()).isEqualTo(2);
        assertThat(flows.bean(Releases.class).candidate(id).artifacts()).containsExactly(artifact);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::settled)
                .containsExactlyInAnyOrder(Approval.Outcome.REJECTED, Approval.Outcome.APPROVED);
    }

    @Test
    void saysWhyACandidateWasRefusedAndAsksAgain() {
        var id = waitingForApproval("1.0.0");
        flows.vote(id, "olga", "reject");

        flows.complete(id, "Activity_NameCandidate", "dan", "candidateChoice", "new-candidate", "revision", "nowhere");

        var task = flows.task(id, "Activity_NameCandidate");
        var summary = flows.engine.getTaskService().getVariableLocal(task.getId(), "summary");
        assertThat(summary.toString()).contains("\"refusal\":\"revision: ");
    }

    @Test
    void countsAnExpiredApprovalAsNotGiven() {
        var id = waitingForApproval("1.0.0");

        flows.fire(id, "Event_TimeIsUp");
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "give-up", "reason", "Nobody cares.");

        flows.expect(id, State.REJECTED);
        assertThat(flows.release(id).outcome()).contains("Nobody cares.");
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void stopsAtAFailedGateUntilItPasses() {
        flows.apply(product);
        product.testsFail();
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGates").hasNotPassed("Activity_DeployToStaging");

        product.testsPass();
        flows.complete(id, "Activity_DecideAboutGates", "rita", "gateChoice", "check-again", "reason", "Flaky.");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
    }

    @Test
    void rollsBackWhatCouldNotBeDeployed() {
        released("1.0.0");

        var id = flows.open(product.version("2.0.0", "refused"));
        flows.go(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("staging")).isEqualTo("1.0.0");
        assertThat(flows.release(id).outcome()).contains("this artifact is refused");
    }

    @Test
    void rollsBackWhatFallsIllWhileItIsWatched() {
        released("1.0.0");
        var id = flows.open(product.version("2.0.0"));
        flows.go(id);
        assertThat(product.running("production")).isEqualTo("2.0.0");

        product.fallsIll("production");
        flows.letTheWatchPass(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(product.running("staging")).isEqualTo("1.0.0");
    }

    @Test
    void doesNotTakeAnAlteredArtifact() {
        flows.apply(product);
        var plan = product.version("1.0.0");
        var id = flows.open(plan);
        product.artifact("1.0.0", "altered");

        flows.go(id);

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate").hasPassed("Event_ArtifactAltered");
    }
}
