package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.PersonId;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.Plan;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;

/** The two flows in which people do most. */
class ManualFlowsProcessTests extends ProcessTest {

    @Test
    void traditionalReleasePassesEveryPhaseIntoProduction() {
        var id = traditional();

        flows.vote(id, "quinn", "approve");
        flows.vote(id, "pia", "approve");
        phase(id, "dan", "quinn", "development");
        phase(id, "quinn", "quinn", "qa");
        phase(id, "pia", "pia", "uat");
        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");
        checklist(id);
        assertThatThrownBy(() -> check(id, "olga", "in-order")).isInstanceOf(Refusal.class);
        check(id, "oscar", "in-order");
        flows.letTheWatchPass(id);
        flows.complete(id, "Activity_ReviewImplementation", "rita", "report", "It went well.");

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
        assertThat(flows.bean(Quality.class).evidence(id))
                .extracting(Evidence::name)
                .contains("development-report", "qa-report", "uat-report", "implementation-review");
    }

    @Test
    void traditionalReleaseIsRolledBackWhereProductionIsNotInOrder() {
        var id = traditional();
        flows.vote(id, "quinn", "approve");
        flows.vote(id, "pia", "approve");
        phase(id, "dan", "quinn", "development");
        phase(id, "quinn", "quinn", "qa");
        phase(id, "pia", "pia", "uat");
        flows.vote(id, "carl", "approve");
        flows.vote(id, "cleo", "approve");
        checklist(id);

        check(id, "oscar", "roll-back");

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.running("production")).isEmpty();
    }

    @Test
    void agileReleaseGrowsUntilEverybodyHasIt() {
        var id = agile();
        assertThat(flows.of(id)).isWaitingAt("Activity_RunSprint");

        flows.complete(id, "Activity_RunSprint", "pia", "sprintOver", true);
        assertThat(flows.bean(Releases.class).plan(id).scope())
                .extracting(Plan.ScopeItem::key)
                .containsExactly("A-1");
        flows.complete(id, "Activity_NameCandidate", "rita", "candidateChoice", "new-candidate");
        flows.vote(id, "pia", "approve");
        for (var step = 0; step < 3; step++) {
            flows.letTheWatchPass(id);
            if (flows.tasks(id).stream().map(Task::getTaskDefinitionKey).anyMatch("Activity_DecideNextStep"::equals)) {
                flows.complete(id, "Activity_DecideNextStep", "olga", "nextStep", "go-on");
            }
        }
        flows.complete(id, "Activity_HoldRetrospective", "pia", "report", "More coffee.");

        flows.expect(id, State.RELEASED);
        assertThat(product.running("production")).isEqualTo("1.0.0");
    }

    private ReleaseId traditional() {
        make("traditional-release", "development", "qa", "uat", "production");
        var id = flows.open(product.version("1.0.0").withStakeholders(List.of(new PersonId("quinn"))));
        flows.go(id);
        return id;
    }

    private ReleaseId agile() {
        make("agile-release", "staging", "production");
        var plan = product.version("1.0.0")
                .withScope(
                        List.of(new Plan.ScopeItem("A-1", "done", true), new Plan.ScopeItem("A-2", "not done", false)))
                .withSprintEnd(Instant.now().plusSeconds(3600));
        var id = flows.open(plan);
        flows.go(id);
        return id;
    }

    private void make(String flow, String... environments) {
        product.close();
        product = new TestProduct("p" + UUID.randomUUID().toString().substring(0, 8), flow, folder, environments);
        flows.apply(product);
    }

    private void phase(ReleaseId id, String tester, String approver, String phase) {
        flows.complete(id, "Activity_RecordTestResults", tester, "report", "Tried everything in " + phase + ".");
        flows.vote(id, approver, "approve");
    }

    private void checklist(ReleaseId id) {
        flows.complete(
                id,
                "Activity_CarryOutChecklist",
                "olga",
                "usersTold",
                true,
                "backupMade",
                true,
                "rollBackKnown",
                true,
                "monitoringUp",
                true,
                "peopleReady",
                true);
    }

    private void check(ReleaseId id, String person, String finding) {
        flows.complete(
                id,
                "Activity_CheckTheWork",
                person,
                "finding",
                finding,
                "versionAnswers",
                true,
                "logsQuiet",
                true,
                "mainTasksWork",
                true,
                "reason",
                "As I found it.");
    }
}
