package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.flow.life.Cancellations;
import dev.slipway.journal.Actor;
import dev.slipway.release.Plan;
import dev.slipway.release.State;
import org.junit.jupiter.api.Test;

class LifeOfAFlowProcessTests extends ProcessTest {

    @Test
    void asksWhetherToRollBackWhenItIsCalledOff() {
        var id = waitingForApproval("1.0.0");

        cancel(id, "Not now.");
        assertThat(flows.of(id)).isWaitingAt("Activity_CallOff");
        flows.complete(id, "Activity_DecideAboutRollBack", "olga", "rollBack", "roll-back", "reason", "Clean up.");

        flows.expect(id, State.CANCELLED);
        assertThat(flows.release(id).outcome()).contains("Not now.");
        assertThat(product.running("staging")).isEmpty();
    }

    @Test
    void endsAtOnceWhereNothingWasChanged() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));

        cancel(id, "Not now.");

        flows.expect(id, State.CANCELLED);
    }

    @Test
    void finishesAWorkStepBeforeItIsCalledOff() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        flows.jobsOnly(id);
        var work = flows.engine.getExternalTaskService();
        var task = work.fetchAndLock(10, "somebody").topic("verify-artifacts", 60_000).execute().stream()
                .filter(locked -> id.value().equals(locked.getBusinessKey()))
                .findFirst()
                .orElseThrow();

        cancel(id, "Not now.");
        assertThat(flows.of(id)).isWaitingAt("Activity_VerifyArtifacts");
        work.complete(task.getId(), "somebody");
        flows.bean(Cancellations.class).sweep();
        flows.go(id);

        flows.expect(id, State.CANCELLED);
    }

    @Test
    void doesNotWaitForTheEndOfAStepThatOnlyLooks() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        cancel(id, "Not now.");

        assertThat(flows.of(id)).isWaitingAt("Activity_CallOff").hasNotPassed("Activity_ConcludeReleased");
    }

    @Test
    void standsStillWhileOnHold() {
        var id = waitingForApproval("1.0.0");

        hold(id);
        assertThat(flows.all(id)).hasSize(2).allMatch(instance -> instance.isSuspended());
        resume(id);
        flows.vote(id, "olga", "approve");
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
    }

    @Test
    void doesNotRepeatAStepThatEndedWhileOnHold() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);

        hold(id);
        flows.letTheWatchPass(id);
        assertThat(flows.of(id)).isWaitingAt("Activity_WatchProduction");
        product.fallsIll("production");
        resume(id);

        flows.expect(id, State.RELEASED);
    }

    @Test
    void hearsACancellationOnHold() {
        var id = waitingForApproval("1.0.0");

        hold(id);
        cancel(id, "Not now.");

        assertThat(flows.of(id)).isWaitingAt("Activity_CallOff");
    }

    @Test
    void waitsForTheReleaseThatHoldsTheEnvironment() {
        var first = waitingForApproval("1.0.0");
        var second = flows.open(product.version("1.1.0"));
        flows.go(second);
        assertThat(flows.waiting(second)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Waiting.Kind.MESSAGE);
            assertThat(waiting.reason()).isEqualTo("staging is held by " + first);
        });

        cancel(first, "Make way.");
        flows.complete(first, "Activity_DecideAboutRollBack", "olga", "rollBack", "stay", "reason", "Fine.");
        flows.go(second);

        assertThat(flows.of(second)).isWaitingAt("Activity_ApproveProduction");
    }

    @Test
    void asksForTheEnvironmentAgainAfterAHold() {
        var first = waitingForApproval("1.0.0");
        var second = flows.open(product.version("1.1.0"));
        flows.go(second);

        hold(second);
        cancel(first, "Make way.");
        flows.complete(first, "Activity_DecideAboutRollBack", "olga", "rollBack", "stay", "reason", "Fine.");
        resume(second);

        assertThat(flows.of(second)).isWaitingAt("Activity_ApproveProduction");
    }

    @Test
    void endsTheFlowThatANewerReleaseTakesOver() {
        flows.apply(product);
        product.testsFail();
        var older = flows.open(product.version("1.0.0"));
        flows.go(older);

        var newer = flows.open(superseding(product.version("1.1.0")));

        flows.expect(older, State.SUPERSEDED);
        assertThat(flows.all(newer)).hasSize(1);
    }

    @Test
    void startsInTheNameOfTheSystemWhoeverOpensIt() {
        flows.apply(product);

        var id = flows.signedIn("rita", () -> flows.open(product.version("1.0.0")));

        assertThat(flows.of(id)).isActive();
        assertThat(flows.as(
                        Actor.SYSTEM,
                        () -> flows.engine
                                .getHistoryService()
                                .createHistoricProcessInstanceQuery()
                                .processInstanceBusinessKey(id.value())
                                .singleResult()
                                .getStartUserId()))
                .isNull();
    }

    private static Plan superseding(Plan plan) {
        return plan.but().supersede(true).build();
    }
}
