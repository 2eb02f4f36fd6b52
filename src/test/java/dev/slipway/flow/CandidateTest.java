package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.release.ReleaseId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A release waits for an approval, and whatever its candidate Oscar tries has no effect. */
abstract class CandidateTest extends RefusalTest {

    static final String NOT_A_FIELD = "is not a field of this task's form";
    static final String NOT_DIRECTLY = "People do not do that to the engine directly";

    ReleaseId release;
    Task task;
    String instance;
    private Map<String, Object> before;

    @BeforeEach
    void waitForApproval() {
        release = waitingForApproval("1.0.0");
        task = flows.task(release, "Activity_Decide");
        instance = task.getProcessInstanceId();
        before = variables();
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(variables()).isEqualTo(before);
        var now = flows.task(release, "Activity_Decide");
        assertThat(now.getId()).isEqualTo(task.getId());
        assertThat(now.getAssignee()).isNull();
        assertThat(now.getOwner()).isNull();
        assertThat(flows.engine.getTaskService().getIdentityLinksForTask(task.getId()))
                .extracting(IdentityLink::getGroupId)
                .containsExactly("operations");
        assertThat(journal(release.value(), "task.completed")).isEmpty();
    }

    void everyWay(Consumer<Caller> attempt) {
        bothWays("oscar").forEach(attempt);
    }

    String task(String rest) {
        return "/task/" + task.getId() + rest;
    }

    Map<String, Object> variables() {
        var variables = new TreeMap<>(flows.engine.getTaskService().getVariables(task.getId()));
        variables.computeIfPresent("summary", (name, summary) -> summary.toString());
        return variables;
    }
}
