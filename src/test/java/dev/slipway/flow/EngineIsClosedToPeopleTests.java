package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;

/** What a candidate for a task tries with the release and the engine, over REST and as Tasklist and Cockpit would. */
class EngineIsClosedToPeopleTests extends CandidateTest {

    @Test
    void refusesToOverwriteTheReleaseOrAStepsResultWithTheForm() {
        everyWay(oscar -> {
            for (var name : new String[] {
                "releaseId",
                "approvalOutcome",
                "approvalId",
                "gateVerdict",
                "risk",
                "changeType",
                "clearance",
                "approvalDue",
                "loopCounter",
                "nrOfCompletedInstances"
            }) {
                var fields = """
                        {"variables": {"decision": {"value": "approve"}, "%s": {"value": "other"}}}""".formatted(name);
                assertRefused(oscar.post(task("/complete"), fields), NOT_A_FIELD);
                assertRefused(oscar.post(task("/submit-form"), fields), NOT_A_FIELD);
            }
        });
        assertThat(journal(release.value(), "attempt.refused")).isNotEmpty();
    }

    @Test
    void refusesToResolveDelegateOrReassign() {
        everyWay(oscar -> {
            var fields = "{\"variables\": {\"releaseId\": {\"value\": \"other\"}}}";
            assertRefused(oscar.post(task("/resolve"), fields), NOT_DIRECTLY);
            assertRefused(oscar.post(task("/resolve"), "{}"), NOT_DIRECTLY);
            assertRefused(oscar.post(task("/delegate"), "{\"userId\": \"oscar\"}"), NOT_DIRECTLY);
            assertRefused(oscar.post(task("/assignee"), "{\"userId\": \"olga\"}"), "only be taken for oneself");
            assertRefused(oscar.post(task("/claim"), "{\"userId\": \"olga\"}"), "only be taken for oneself");
            var link = "{\"groupId\": \"developers\", \"type\": \"candidate\"}";
            assertRefused(oscar.post(task("/identity-links"), link), NOT_DIRECTLY);
            assertRefused(
                    oscar.post(task("/identity-links/delete"), link.replace("developers", "operations")), NOT_DIRECTLY);
            assertRefused(oscar.put(task("/"), "{\"assignee\": \"oscar\", \"priority\": 99}"), NOT_DIRECTLY);
            assertRefused(oscar.post("/task/create", "{\"name\": \"of my own\"}"), NOT_DIRECTLY);
            assertThat(oscar.delete(task("")).statusCode()).isBetween(400, 599);
        });
    }

    @Test
    void refusesErrorsAndEscalations() {
        everyWay(oscar -> {
            var error = """
                    {"errorCode": "given-up", "errorMessage": "no", "escalationCode": "given-up",
                     "variables": {"approvalOutcome": {"value": "approved"}}}""";
            assertRefused(oscar.post(task("/bpmnError"), error), NOT_DIRECTLY);
            assertRefused(oscar.post(task("/bpmnEscalation"), error), NOT_DIRECTLY);
        });
    }

    @Test
    void refusesToWriteVariables() {
        everyWay(oscar -> {
            var one = "{\"value\": \"other\", \"type\": \"String\"}";
            var many = "{\"modifications\": {\"releaseId\": " + one + "}, \"deletions\": [\"risk\"]}";
            for (var scope : new String[] {
                task("/variables"),
                task("/localVariables"),
                "/process-instance/" + instance + "/variables",
                "/execution/" + task.getExecutionId() + "/localVariables"
            }) {
                assertRefused(oscar.post(scope, many), NOT_DIRECTLY);
                assertRefused(oscar.put(scope + "/releaseId", one), NOT_DIRECTLY);
                assertRefused(oscar.delete(scope + "/releaseId"), NOT_DIRECTLY);
            }
            assertRefused(
                    oscar.post(
                            "/process-instance/variables-async",
                            "{\"processInstanceIds\": [\"" + instance + "\"], \"variables\": {\"releaseId\": " + one
                                    + "}}"),
                    NOT_DIRECTLY);
        });
        assertThat(journal(release.value(), "attempt.refused"))
                .as("recorded with the release it is about")
                .isNotEmpty();
    }

    @Test
    void refusesToMoveTheInstance() {
        everyWay(oscar -> {
            var here = "/process-instance/" + instance;
            var after = """
                    {"skipCustomListeners": true, "skipIoMappings": true,
                     "processDefinitionId": "%s", "processInstanceIds": ["%s"],
                     "instructions": [{"type": "startAfterActivity", "activityId": "Activity_Decide"}]}""".formatted(task.getProcessDefinitionId(), instance);
            assertRefused(oscar.post(here + "/modification", after), NOT_DIRECTLY);
            assertRefused(oscar.post(here + "/modification-async", after), NOT_DIRECTLY);
            assertRefused(oscar.post("/modification/execute", after), NOT_DIRECTLY);
            assertRefused(oscar.put(here + "/suspended", "{\"suspended\": true}"), NOT_DIRECTLY);
            assertRefused(oscar.delete(here), NOT_DIRECTLY);
            assertRefused(oscar.post("/execution/" + task.getExecutionId() + "/signal", "{}"), NOT_DIRECTLY);
            assertRefused(oscar.post("/signal", "{\"name\": \"anything\"}"), NOT_DIRECTLY);
            assertRefused(
                    oscar.post(
                            "/message",
                            "{\"messageName\": \"cancel-release\", \"businessKey\": \"" + release
                                    + "\", \"processVariables\": {\"approvalOutcome\": {\"value\": \"approved\"}}}"),
                    NOT_DIRECTLY);
            assertRefused(oscar.post("/condition", "{\"variables\": {}}"), NOT_DIRECTLY);
            assertThat(oscar.post(
                                    "/migration/execute",
                                    "{\"migrationPlan\": {\"sourceProcessDefinitionId\": \""
                                            + task.getProcessDefinitionId()
                                            + "\", \"targetProcessDefinitionId\": \"" + task.getProcessDefinitionId()
                                            + "\", \"instructions\": []}, \"processInstanceIds\": [\"" + instance
                                            + "\"]}")
                            .statusCode())
                    .isEqualTo(403);
        });
    }

    @Test
    void refusesToStartAFlowWithoutARelease() {
        var count =
                flows.engine.getRuntimeService().createProcessInstanceQuery().count();
        everyWay(oscar -> {
            var variables = "{\"variables\": {\"releaseId\": {\"value\": \"" + release + "\"}}, \"businessKey\": \""
                    + release + "\"}";
            for (var flow : new String[] {"devops-release", "approval", "deploy"}) {
                var definition = "/process-definition/key/" + flow;
                assertRefused(oscar.post(definition + "/start", variables), "Open a release instead");
                assertRefused(oscar.post(definition + "/submit-form", variables), "Open a release instead");
            }
            assertRefused(
                    oscar.post(
                            "/process-definition/key/approval/start",
                            "{\"startInstructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"Activity_Decide\"}]}"),
                    NOT_DIRECTLY);
            assertRefused(
                    oscar.post(
                            "/process-definition/" + task.getProcessDefinitionId() + "/restart",
                            "{\"processInstanceIds\": [\"" + instance
                                    + "\"], \"instructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"Activity_Decide\"}]}"),
                    NOT_DIRECTLY);
        });
        assertThat(flows.engine.getRuntimeService().createProcessInstanceQuery().count())
                .isEqualTo(count);
    }

    @Test
    void refusesToDeployOrRemoveModels() {
        var deployment = flows.engine
                .getRepositoryService()
                .createDeploymentQuery()
                .list()
                .get(0)
                .getId();
        var count = flows.engine.getRepositoryService().createDeploymentQuery().count();
        var model = """
                --b\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                mine\r
                --b\r
                Content-Disposition: form-data; name="mine.bpmn"; filename="mine.bpmn"\r
                \r
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">\
                <process id="mine" isExecutable="true"><startEvent id="s"/></process></definitions>\r
                --b--\r
                """;
        everyWay(oscar -> {
            var answer = oscar.sendAs("multipart/form-data; boundary=b", "POST", "/deployment/create", model);
            assertRefused(answer, "processes folder");
            assertThat(oscar.post("/deployment/" + deployment + "/redeploy", "{}")
                            .statusCode())
                    .isBetween(400, 499);
            assertThat(oscar.delete("/deployment/" + deployment + "?cascade=true")
                            .statusCode())
                    .isBetween(400, 499);
            assertRefused(
                    oscar.put("/process-definition/key/approval/suspended", "{\"suspended\": true}"), NOT_DIRECTLY);
        });
        assertThat(flows.engine.getRepositoryService().createDeploymentQuery().count())
                .isEqualTo(count);
    }

    @Test
    void refusesToDoJobsAndWorkInTheWorkersPlace() {
        var job = flows.jobs(release).map(Job::getId).findFirst().orElseThrow();
        everyWay(oscar -> {
            assertRefused(oscar.post("/job/" + job + "/execute", "{}"), NOT_DIRECTLY);
            assertRefused(oscar.put("/job/" + job + "/retries", "{\"retries\": 5}"), "Retry the step");
            assertRefused(oscar.put("/job/" + job + "/duedate", "{\"duedate\": null}"), NOT_DIRECTLY);
            assertThat(oscar.delete("/job/" + job).statusCode()).isBetween(400, 499);
            var fetch =
                    "{\"workerId\": \"me\", \"maxTasks\": 5, \"topics\": [{\"topicName\": \"deploy\", \"lockDuration\": 10000}]}";
            assertThat(oscar.post("/external-task/fetchAndLock", fetch).statusCode())
                    .isBetween(400, 599);
            for (var act : new String[] {"complete", "bpmnError", "failure", "unlock", "extendLock", "lock"}) {
                assertRefused(
                        oscar.post(
                                "/external-task/none/" + act,
                                "{\"workerId\": \"me\", \"errorCode\": \"e\", \"newDuration\": 9, \"lockDuration\": 9}"),
                        NOT_DIRECTLY);
            }
            assertRefused(
                    oscar.post(
                            "/decision-definition/key/assess-risk/evaluate",
                            "{\"variables\": {\"commits\": {\"value\": 1, \"type\": \"Integer\"}}}"),
                    NOT_DIRECTLY);
            assertRefused(oscar.post("/history/cleanup?immediatelyDue=true", "{}"), NOT_DIRECTLY);
        });
    }
}
