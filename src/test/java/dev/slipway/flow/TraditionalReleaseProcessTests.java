package dev.slipway.flow;

import static dev.slipway.flow.TraditionalWalk.Phase.DEVELOPMENT;
import static dev.slipway.flow.TraditionalWalk.Phase.QA;
import static dev.slipway.flow.TraditionalWalk.Phase.UAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approval.Outcome;
import dev.slipway.approval.Approvals;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Gate;
import dev.slipway.quality.Quality;
import dev.slipway.quality.Verdict;
import dev.slipway.release.Change;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraditionalReleaseProcessTests extends TraditionalProcessTest {

    @Test
    void bringsAVersionIntoProductionThroughAllPhases() {
        var id = planned("1.0.0");
        var walk = walk(id);

        assertThat(flows.of(id)).isWaitingAt("Activity_SignOffPlan");
        walk.signOffPlan();
        assertThat(flows.of(id)).isWaitingAt("Activity_PassDevelopment");
        walk.pass(DEVELOPMENT);
        assertThat(flows.of(id)).isWaitingAt("Activity_PassQA");
        walk.pass(QA);
        assertThat(flows.of(id)).isWaitingAt("Activity_PassUAT");
        assertThat(product.running("uat")).isEqualTo("1.0.0");
        walk.pass(UAT);
        assertThat(flows.of(id)).isWaitingAt("Activity_AskAdvisoryBoard");
        assertThat(product.running("production")).isEmpty();
        walk.askAdvisoryBoard();
        assertThat(flows.of(id)).isWaitingAt("Activity_DeployByChecklist");
        walk.finish();

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(flows.bean(Environments.class).occupancy(new EnvironmentKey("production"), product.component()))
                .get()
                .extracting(Occupancy::version, Occupancy::release)
                .containsExactly("1.0.0", id);
        assertThat(gates(id)).extracting(Gate::verdict).containsOnly(Verdict.PASSED);
        assertThat(gates(id))
                .extracting(Gate::name)
                .containsExactlyInAnyOrder(
                        "development-entry", "development-exit", "qa-entry", "qa-exit", "uat-entry", "uat-exit");
        assertThat(flows.bean(Quality.class).evidence(id))
                .extracting(Evidence::name)
                .contains("development-report", "qa-report", "uat-report", "implementation-review");
    }

    @Test
    void asksEverybodyWhomThePlanNames() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0").withStakeholders(List.of(new PersonId("sam"))));
        flows.go(id);

        walk(id).signOffPlan();
        assertThat(flows.of(id)).isWaitingAt("Activity_SignOffPlan");
        flows.vote(id, "sam", "approve");

        assertThat(flows.of(id)).isWaitingAt("Activity_PassDevelopment");
    }

    @Test
    void asksAgainAboutAnAmendedPlan() {
        var id = planned("1.0.0");

        flows.vote(id, "pia", "reject");
        assertThat(flows.of(id)).isWaitingAt("Activity_AmendPlan");
        assertThat(amend(id, "Do less.")).isInstanceOf(Change.Made.class);
        flows.complete(id, "Activity_AmendPlan", "rita", "planChoice", "ask-again", "reason", "It is less now.");
        walk(id).signOffPlan();

        assertThat(flows.of(id)).isWaitingAt("Activity_PassDevelopment");
        assertThat(flows.release(id).planVersion()).isEqualTo(2);
        assertThat(flows.bean(Approvals.class).of(id))
                .extracting(Approval::purpose, Approval::settled)
                .containsExactlyInAnyOrder(
                        tuple("plan-sign-off", Outcome.REJECTED), tuple("plan-sign-off", Outcome.APPROVED));
    }

    @Test
    void endsWithAPlanThatNobodyWants() {
        var id = planned("1.0.0");

        flows.vote(id, "pia", "reject");
        flows.complete(id, "Activity_AmendPlan", "rita", "planChoice", "give-up", "reason", "Not worth it.");

        flows.expect(id, State.REJECTED);
        assertThat(flows.release(id).outcome()).isEqualTo("Not worth it.");
    }

    @Test
    void beginsWithTheFirstPhaseAgainAfterARejection() {
        var id = planned("1.0.0");
        var walk = walk(id);
        walk.signOffPlan();
        walk.pass(DEVELOPMENT);
        walk.report(QA);

        flows.vote(id, "quinn", "reject");
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate").hasPassed("Event_QASentBack");
        assertThat(summary(id, "Activity_NameCandidate")).contains("The sign-off of qa was rejected");
        walk.renew();

        assertThat(flows.of(id)).isWaitingAt("Activity_PassDevelopment");
        walk.report(DEVELOPMENT);
        assertThat(flows.of(id)).as("the same artifacts stay signed off").isWaitingAt("Activity_PassQA");
        walk.pass(QA, UAT);
        walk.askAdvisoryBoard();
        walk.finish();
        flows.expect(id, State.RELEASED);
        var newest = flows.bean(Releases.class).candidate(id);
        assertThat(newest.number()).isEqualTo(2);
        assertThat(flows.bean(Approvals.class).of(id))
                .filteredOn(approval -> approval.purpose().equals("development-sign-off"))
                .extracting(Approval::settled)
                .containsExactly(Outcome.APPROVED, Outcome.APPROVED);
        assertThat(flows.bean(Approvals.class).of(id))
                .filteredOn(approval -> approval.purpose().equals("qa-sign-off"))
                .extracting(Approval::settled)
                .containsExactlyInAnyOrder(Outcome.REJECTED, Outcome.APPROVED);
    }

    @Test
    void countsAnExpiredSignOffAsNotGiven() {
        var id = planned("1.0.0");
        var walk = walk(id);
        walk.signOffPlan();
        walk.report(DEVELOPMENT);

        flows.fire(id, "Event_TimeIsUp");

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate").hasPassed("Event_DevelopmentSentBack");
        assertThat(summary(id, "Activity_NameCandidate")).contains("The sign-off of development was expired");
    }

    @Test
    void countsAnExpiredPlanAsNotSignedOff() {
        var id = planned("1.0.0");

        flows.fire(id, "Event_TimeIsUp");

        assertThat(flows.of(id)).isWaitingAt("Activity_AmendPlan");
    }

    @Test
    void isSentBackByTheAdvisoryBoard() {
        var id = planned("1.0.0");
        var walk = walk(id);
        walk.signOffPlan();
        walk.pass(DEVELOPMENT, QA, UAT);

        flows.vote(id, "carl", "approve");
        assertThatThrownBy(() -> flows.vote(id, "carl", "approve")).isInstanceOf(Refusal.class);
        flows.vote(id, "cleo", "reject");

        assertThat(flows.of(id))
                .isWaitingAt("Activity_ProvideNewCandidate")
                .hasPassed("Gateway_DoesTheBoardApprove")
                .hasNotPassed("Activity_DeployByChecklist");
        assertThat(summary(id, "Activity_NameCandidate")).contains("The change advisory board said: rejected");
    }

    @Test
    void staysInAPhaseWhoseEvidenceIsMissing() {
        flows.apply(product.critical());
        var plan = product.version("1.0.0");
        product.commit("feat!: change everything", "Dora", "dora@example.com");
        var id = flows.open(plan);
        flows.go(id);
        var walk = walk(id);
        walk.signOffPlan();
        walk.pass(DEVELOPMENT);

        walk.report(QA);
        assertThat(flows.task(id, "Activity_DecideAboutExit").getName()).isNotEmpty();
        assertThat(gates(id).get(0)).extracting(Gate::name, Gate::verdict).containsExactly("qa-exit", Verdict.MISSING);
        flows.signedIn("rita", () -> product.attachSecurityReview(flows, id));
        flows.complete(id, "Activity_DecideAboutExit", "rita", "gateChoice", "check-again", "reason", "It is there.");
        walk.report(QA);
        walk.signOff(QA);
        flows.vote(id, "sam", "approve");

        assertThat(flows.of(id)).isWaitingAt("Activity_PassUAT");
    }

    @Test
    void doesNotEnterAPhaseWithFailedTests() {
        flows.apply(product);
        product.testsFail();
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        walk(id).signOffPlan();
        assertThat(gates(id).get(0).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(product.running("development")).isEmpty();

        flows.complete(id, "Activity_DecideAboutEntry", "rita", "gateChoice", "send-back", "reason", "It is broken.");

        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate").hasPassed("Event_DevelopmentSentBack");
        assertThat(summary(id, "Activity_NameCandidate"))
                .contains("Sent back at the entry to development: It is broken.");
    }

    @Test
    void triesChecksAgainThatCouldNotBeRun() {
        flows.apply(product);
        product.checksBreak();
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        walk(id).signOffPlan();
        assertThat(summary(id, "Activity_DecideAboutEntry")).contains("left no report.xml behind");

        product.testsPass();
        flows.complete(id, "Activity_DecideAboutEntry", "rita", "gateChoice", "check-again", "reason", "Repaired.");

        assertThat(flows.task(id, "Activity_RecordTestResults").getName()).isNotEmpty();
        assertThat(product.running("development")).isEqualTo("1.0.0");
    }

    @Test
    void asksForANewCandidateWhereAPhaseCouldNotBeDeployed() {
        var id = planned("1.0.0");
        var walk = walk(id);
        walk.signOffPlan();
        walk.report(DEVELOPMENT);

        product.fallsIll("qa");
        walk.signOff(DEVELOPMENT);
        assertThat(flows.of(id)).isWaitingAt("Activity_ProvideNewCandidate").hasPassed("Event_QASentBack");
        assertThat(summary(id, "Activity_NameCandidate")).contains("Not deployed to qa: ");
        walk.giveUp("It does not start.");

        flows.expect(id, State.REJECTED);
        assertThat(flows.release(id).outcome()).isEqualTo("It does not start.");
    }

    private Change amend(ReleaseId id, String objectives) {
        return flows.as(
                Actor.person("rita"),
                () -> flows.bean(Releases.class).amend(id, (Plan plan) -> plan.withObjectives(objectives), "asked to"));
    }
}
