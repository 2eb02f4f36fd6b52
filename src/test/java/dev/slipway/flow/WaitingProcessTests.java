package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.flow.Flows.Intervention;
import dev.slipway.flow.Waiting.Kind;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingProcessTests extends ProcessTest {

    @Test
    void saysWhoIsAskedSinceWhenAndUntilWhen() {
        var id = waitingForApproval("1.0.0");

        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Kind.PERSON);
            assertThat(waiting.reason()).startsWith("Decide on production: ");
            assertThat(waiting.whom()).isEqualTo("operations");
            assertThat(waiting.model()).isEqualTo("approval");
            assertThat(waiting.activity()).isEqualTo("Activity_Decide");
            assertThat(Duration.between(waiting.since(), waiting.until()))
                    .isBetween(Duration.ofHours(23), Duration.ofHours(25));
            assertThat(flows.task(id, "Activity_Decide").getId()).isEqualTo(waiting.task());
        });
    }

    @Test
    void namesWhoHasTakenTheTask() {
        var id = waitingForApproval("1.0.0");
        var task = flows.task(id, "Activity_Decide").getId();

        flows.signedIn("olga", () -> {
            flows.engine.getTaskService().claim(task, "olga");
            return task;
        });
        assertThat(flows.waiting(id)).extracting(Waiting::whom).containsExactly("olga");

        flows.signedIn("olga", () -> {
            flows.engine.getTaskService().claim(task, null);
            return task;
        });
        assertThat(flows.waiting(id)).extracting(Waiting::whom).containsExactly("operations");
    }

    @Test
    void saysThatAWorkerIsAtWork() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));

        flows.go(id);

        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Kind.WORK);
            assertThat(waiting.activity()).isEqualTo("Activity_Analyse");
            assertThat(waiting.whom()).isEqualTo("worker");
        });
    }

    @Test
    void leavesAStepThatKeepsFailingToAnOperator() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        product.loses("1.0.0");

        flows.go(id);

        assertThat(flows.waiting(id)).singleElement().satisfies(waiting -> {
            assertThat(waiting.kind()).isEqualTo(Kind.INCIDENT);
            assertThat(waiting.reason()).startsWith("Verify artifacts: SLIP-2010: Verify artifacts failed");
            assertThat(waiting.visit()).startsWith("Activity_VerifyArtifacts:");
        });
    }

    @Test
    void triesAgainWhenAnOperatorSaysWhy() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        product.loses("1.0.0");
        flows.go(id);
        product.artifact("1.0.0", "1.0.0");
        var visit = flows.waiting(id).get(0).visit();

        assertThat(retry("dora", id, visit, "I put it back.")).isInstanceOf(Intervention.Refused.class);
        assertThat(retry("olga", id, visit, " ")).isInstanceOf(Intervention.Refused.class);
        assertThat(retry("olga", id, visit, "I put it back.")).isInstanceOf(Intervention.Done.class);
        flows.go(id);
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
        assertThat(retry("olga", id, visit, "Once more.")).isInstanceOf(Intervention.Refused.class);
        assertThat(flows.bean(Journal.class).read(id.value(), 0, 100))
                .filteredOn(entry -> entry.act().equals("flow.step-retried"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo(Actor.person("olga"));
                    assertThat(entry.payload()).contains("I put it back.");
                });
    }

    @Test
    void drawsWhereTheReleaseIs() {
        var id = waitingForApproval("1.0.0");

        var diagrams = flows.bean(Flows.class).diagrams(id);

        assertThat(diagrams).extracting(Flows.Diagram::model).containsExactly("devops-release", "deploy", "approval");
        assertThat(diagrams.get(0).active()).containsExactly("Activity_ApproveProduction");
        assertThat(diagrams.get(0).passed()).contains("Activity_AssessRisk", "Activity_DeployToStaging");
        assertThat(diagrams.get(1).active()).isEmpty();
        assertThat(diagrams.get(2).active()).containsExactly("Activity_Decide");
        assertThat(diagrams).allSatisfy(diagram -> {
            assertThat(diagram.failed()).isEmpty();
            assertThat(diagram.xml()).contains("bpmn");
        });
    }

    @Test
    void drawsWhereItFailed() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        product.loses("1.0.0");
        flows.go(id);

        assertThat(flows.bean(Flows.class).diagrams(id))
                .singleElement()
                .satisfies(diagram -> assertThat(diagram.failed()).containsExactly("Activity_VerifyArtifacts"));
    }

    private Intervention retry(String person, ReleaseId id, String visit, String reason) {
        return flows.as(Actor.person(person), () -> flows.bean(Flows.class).retry(id, visit, reason));
    }
}
