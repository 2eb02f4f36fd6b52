package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approval.Outcome;
import dev.slipway.approval.Approvals;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.Plan.ScopeItem;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgileReleaseProcessTests extends ProcessTest {

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "agile-release", folder, "staging", "production");
    }

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
    void doesNotTakeAnAlteredArtifact() {
        var id = sprinting("1.0.0");
        walk(id).endSprint();
        product.artifact("1.0.0", "altered");

        walk(id).provideCandidate();

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideCandidate").hasNotPassed("Activity_RunChecks");
        assertThat(summary(id, "Activity_NameCandidate")).contains("\"refusal\":\"artifacts");
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

    @Override
    ReleaseId released(String version) {
        var id = sprinting(version);
        walk(id).reachProduction();
        walk(id).finish();
        flows.expect(id, State.RELEASED);
        return id;
    }

    private ReleaseId sprinting(String version) {
        flows.apply(product);
        var id = flows.open(product.version(version).withSprintEnd(inTwoWeeks()));
        flows.go(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_RunSprint");
        return id;
    }

    private ReleaseId decidingInProduction() {
        var id = sprinting("1.0.0");
        walk(id).reachProduction();
        flows.letTheWatchPass(id);
        return id;
    }

    private AgileWalk walk(ReleaseId id) {
        return new AgileWalk(flows, id);
    }

    private String summary(ReleaseId id, String activity) {
        var task = flows.task(id, activity);
        return flows.engine
                .getTaskService()
                .getVariableLocal(task.getId(), "summary")
                .toString();
    }

    private static Instant inTwoWeeks() {
        return Instant.now().plus(Duration.ofDays(14));
    }
}
