package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.release.ReleaseId;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A checklist of which every point has to be ticked, checked by somebody else than who worked through it. */
class ChecklistOfTwoPeopleTests extends RefusalTest {

    private static final String ALL_TICKED =
            ticked("usersTold", "backupMade", "rollBackKnown", "monitoringUp", "peopleReady");

    private ReleaseId release;

    @BeforeEach
    void startTheChecklist() {
        release = waitingForApproval("1.0.0");
        flows.engine
                .getRuntimeService()
                .startProcessInstanceByKey(
                        "deploy-by-checklist", release.value(), Map.of("releaseId", release.value()));
        flows.jobsOnly(release);
    }

    @Test
    void refusesAPointThatIsNotTicked() {
        for (var olga : bothWays("olga")) {
            assertRefused(olga.post(task("/complete"), "{}"), "has to be filled in");
            assertRefused(
                    olga.post(task("/complete"), ALL_TICKED.replaceFirst("true", "false")), "has to be filled in");
            assertRefused(
                    olga.post(task("/complete"), ALL_TICKED.replaceFirst("true, \"type\": \"Boolean\"", "\"true\"")),
                    "has to be true or false");
        }
        assertThat(flows.task(release, "Activity_CarryOutChecklist").getAssignee())
                .isNull();
    }

    @Test
    void refusesThoseWhomItDoesNotAsk() {
        for (var dan : bothWays("dan")) {
            assertRefused(dan.post(task("/complete"), ALL_TICKED), "is for operations; dan is not one of them");
            assertRefused(dan.post(task("/claim"), "{\"userId\": \"dan\"}"), "dan is not one of them");
        }
    }

    @Test
    void refusesWhoeverClaimedItAndLeftTheGroup() {
        var oscar = inTasklist("oscar");
        assertDone(oscar.post(task("/claim"), "{\"userId\": \"oscar\"}"));
        leave("oscar", "operations");
        try {
            assertRefused(oscar.post(task("/submit-form"), ALL_TICKED), "oscar is not one of them");
        } finally {
            join("oscar", "operations");
        }
        assertDone(oscar.post(task("/submit-form"), ALL_TICKED));
    }

    @Test
    void refusesToLetTheSamePersonCheckTheirOwnWork() {
        assertDone(overRest("olga").post(task("/complete"), ALL_TICKED));
        flows.go(release);
        var check = flows.task(release, "Activity_CheckTheWork");
        var inOrder = ticked("versionAnswers", "logsQuiet", "mainTasksWork")
                .replaceFirst("\\{\"variables\": \\{", "{\"variables\": {\"finding\": {\"value\": \"in-order\"}, ");
        for (var olga : bothWays("olga")) {
            assertRefused(olga.post(path(check, "/complete"), inOrder), "must be done by somebody else");
            assertRefused(olga.post(path(check, "/claim"), "{\"userId\": \"olga\"}"), "must be done by somebody else");
        }
        var oscar = overRest("oscar");
        assertRefused(
                oscar.post(path(check, "/complete"), "{\"variables\": {\"finding\": {\"value\": \"in-order\"}}}"),
                "has to be filled in");
        assertRefused(
                oscar.post(path(check, "/complete"), "{\"variables\": {\"finding\": {\"value\": \"roll-back\"}}}"),
                "has to be filled in");
        assertDone(oscar.post(path(check, "/complete"), inOrder));

        assertThat(journal(release.value(), "task.completed"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.payload()).doesNotContain("in-order", "usersTold"))
                .extracting(entry -> entry.actor().id())
                .containsExactly("olga", "oscar");
        assertThat(journal(release.value(), "task.completed").get(1).personal()).contains("\"finding\":\"in-order\"");
    }

    @Test
    void letsPeopleTakeGiveBackAndTalkAboutTheirTasks() {
        var olga = inTasklist("olga");
        assertDone(olga.post(task("/claim"), "{\"userId\": \"olga\"}"));
        assertDone(olga.post(task("/comment/create"), "{\"message\": \"half done\"}"));
        assertDone(olga.get(task("/deployed-form")));
        assertDone(olga.get(task("/form-variables?deserializeValues=false")));
        assertDone(olga.post(task("/unclaim"), "{}"));
        assertDone(overRest("oscar").post(task("/submit-form"), ALL_TICKED));
    }

    private static String ticked(String... points) {
        var fields = new StringBuilder();
        for (var point : points) {
            fields.append(fields.isEmpty() ? "" : ", ")
                    .append("\"")
                    .append(point)
                    .append("\": {\"value\": true, \"type\": \"Boolean\"}");
        }
        return "{\"variables\": {" + fields + "}}";
    }

    private String task(String rest) {
        return path(flows.task(release, "Activity_CarryOutChecklist"), rest);
    }

    private static String path(Task task, String rest) {
        return "/task/" + task.getId() + rest;
    }
}
