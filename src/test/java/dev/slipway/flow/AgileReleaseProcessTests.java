package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approval.Outcome;
import dev.slipway.approval.Approvals;
import dev.slipway.flow.work.Worker;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgileReleaseProcessTests extends AgileProcessTest {

    @Test
    void endsTheSprintAtItsDate() {
        var id = sprinting("1.0.0");

        flows.fire(id, "Event_SprintTimeIsUp");

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasPassed("Activity_CutScope");
    }

    @Test
    void movesOutWhatIsNotDone() {
        flows.apply(product);
        var done = new ScopeItem("PAY-1", "Pay by card", true);
        var id = flows.open(product.version("1.0.0")
                .withSprintEnd(inTwoWeeks())
                .withScope(List.of(done, new ScopeItem("PAY-2", "Pay by invoice", false))));
        flows.go(id);

        walk(id).endSprint();

        assertThat(flows.release(id).planVersion()).isEqualTo(2);
        assertThat(flows.bean(Releases.class).plan(id).scope()).containsExactly(done);
        assertThat(flows.of(id)).variables().containsEntry("movedItems", "PAY-2");
    }

    @Test
    void keepsThePlanWhereEverythingIsDone() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0")
                .withSprintEnd(inTwoWeeks())
                .withScope(List.of(new ScopeItem("PAY-1", "Pay by card", true))));
        flows.go(id);

        walk(id).endSprint();

        assertThat(flows.release(id).planVersion()).isEqualTo(1);
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate");
    }

    @Test
    void checksAgainWhatHasFailed() {
        var id = sprinting("1.0.0");
        product.testsFail();
        walk(id).reachReview();
        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGate").hasNotPassed("Activity_DeployToStaging");

        product.testsPass();
        walk(id).decideAboutGate("check-again", "Flaky.");

        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewSprint");
    }

    @Test
    void sendsBackWhatFailsItsChecks() {
        var id = sprinting("1.0.0");
        product.testsFail();
        walk(id).reachReview();

        walk(id).decideAboutGate("send-back", "It is broken.");

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate");
        assertThat(summary(id, "Activity_NameCandidate")).contains("It is broken.");
    }

    @Test
    void asksAboutChecksThatCouldNotBeRun() {
        var id = sprinting("1.0.0");
        product.checksBreak();

        walk(id).reachReview();

        assertThat(flows.of(id)).isWaitingAt("Activity_DecideAboutGate").hasPassed("Event_CheckNotRun");
        assertThat(summary(id, "Activity_DecideAboutGate")).contains("left no report.xml behind");
    }

    @Test
    void doesNotTakeAnArtifactThatIsNotWhatWasPlanned() {
        var id = sprinting("1.0.0");
        walk(id).endSprint();
        product.artifact("1.0.0", "altered");

        walk(id).provideCandidate();

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasNotPassed("Activity_RunChecks");
        assertThat(summary(id, "Activity_NameCandidate")).contains("\"refusal\":\"artifacts");
    }

    @Test
    void noticesThatTheCandidateWasAltered() {
        var id = sprinting("1.0.0");
        walk(id).endSprint();
        flows.complete(
                flows.task(id, "Activity_NameCandidate"), "dan", "candidateChoice", "new-candidate", "revision", "");
        flows.jobsOnly(id);
        flows.bean(Worker.class).workOff();
        assertThat(flows.release(id).candidate()).isEqualTo(2);

        product.artifact("1.0.0", "altered");
        flows.go(id);

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasPassed("Event_ArtifactAltered");
    }

    @Test
    void reworksWhatTheReviewRejects() {
        var id = sprinting("1.0.0");
        var walk = walk(id);
        walk.reachReview();

        walk.reviewSprint("reject");
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate");
        assertThat(summary(id, "Activity_NameCandidate")).contains("The approval was rejected");
        walk.provideCandidate();
        assertThat(flows.of(id)).isWaitingAt("Activity_ReviewSprint");
        walk.reviewSprint("approve");
        walk.finish();

        flows.expect(id, State.RELEASED);
        assertThat(flows.bean(Releases.class).candidate(id).number()).isEqualTo(3);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::settled)
                .containsExactlyInAnyOrder(Outcome.REJECTED, Outcome.APPROVED);
    }

    @Test
    void countsAnExpiredReviewAsNotApproved() {
        var id = sprinting("1.0.0");
        walk(id).reachReview();

        flows.fire(id, "Event_TimeIsUp");

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasNotPassed("Activity_RollOutToQuarter");
        assertThat(summary(id, "Activity_NameCandidate")).contains("The approval was expired");
    }

    @Test
    void endsWhereNobodyGoesOn() {
        var id = sprinting("1.0.0");
        walk(id).endSprint();

        walk(id).giveUp("Nothing is done.");

        flows.expect(id, State.REJECTED);
        assertThat(flows.release(id).outcome()).isEqualTo("Nothing is done.");
    }

    @Test
    void asksForANewCandidateWhereStagingFails() {
        var id = sprinting("1.0.0");
        product.fallsIll("staging");

        walk(id).reachReview();

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasPassed("Event_StagingFailed");
        assertThat(summary(id, "Activity_NameCandidate")).contains("/health");
    }
}
