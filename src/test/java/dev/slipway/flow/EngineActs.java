package dev.slipway.flow;

import static dev.slipway.flow.CandidateTest.NOT_DIRECTLY;

import dev.slipway.flow.Doors.Act;
import dev.slipway.release.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** All that an administrator of the engine could do to it so that a release moves on. */
final class EngineActs {

    private static final String INSTRUCTIONS =
            "{\"skipCustomListeners\": true, \"instructions\": [{\"type\": \"startBeforeActivity\","
                    + " \"activityId\": \"Activity_DeployRelease\"}]";

    private final RunningFlows flows;
    private final ReleaseId release;
    private final String variable;
    private final String written;
    private final String variables;
    private final List<Act> acts = new ArrayList<>();

    EngineActs(RunningFlows flows, ReleaseId release, String variable, String value) {
        this.flows = flows;
        this.release = release;
        this.variable = variable;
        this.written = "{\"value\": \"" + value + "\", \"type\": \"String\"}";
        this.variables = "{\"" + variable + "\": " + written + "}";
    }

    List<Act> all() {
        var instances = flows.all(release);
        batch(instances.get(instances.size() - 1));
        instances.forEach(instance -> {
            instance(instance);
            flows.engine
                    .getRuntimeService()
                    .createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(this::subscription);
        });
        flows.jobs(release).map(Job::getId).forEach(this::job);
        broadcasts();
        work();
        return acts;
    }

    private void instance(ProcessInstance instance) {
        var here = "/process-instance/" + instance.getId();
        direct("PUT", here + "/variables/" + variable, written);
        direct("POST", here + "/variables", "{\"modifications\": " + variables + "}");
        direct("POST", here + "/modification", INSTRUCTIONS + "}");
        direct("PUT", here + "/suspended", "{\"suspended\": true}");
        direct("DELETE", here, "");
    }

    /** What is done to many at once, here to the one that waits. */
    private void batch(ProcessInstance instance) {
        var many = ", \"processInstanceIds\": [\"" + instance.getId() + "\"]";
        var model = ", \"processDefinitionId\": \"" + instance.getProcessDefinitionId() + "\"";
        direct("POST", "/modification/execute", INSTRUCTIONS + many + model + "}");
        direct(
                "POST",
                "/process-definition/" + instance.getProcessDefinitionId() + "/restart",
                INSTRUCTIONS + many + "}");
        for (var migrate : List.of("/migration/execute", "/migration/executeAsync")) {
            direct("POST", migrate, """
                    {"migrationPlan": {"sourceProcessDefinitionId": "%1$s", "targetProcessDefinitionId": "%1$s",
                     "instructions": [], "variables": %2$s}, "processInstanceIds": ["%3$s"]}""".formatted(instance.getProcessDefinitionId(), variables, instance.getId()));
        }
    }

    private void subscription(EventSubscription waiting) {
        var execution = "/execution/" + waiting.getExecutionId();
        direct("POST", execution + "/signal", "{}");
        if (!"message".equals(waiting.getEventType())) {
            direct(
                    "POST",
                    "/signal",
                    "{\"name\": \"" + waiting.getEventName() + "\", \"variables\": " + variables + "}");
            return;
        }
        direct(
                "POST",
                execution + "/messageSubscriptions/" + waiting.getEventName() + "/trigger",
                "{\"variables\": " + variables + "}");
        var message = "{\"messageName\": \"" + waiting.getEventName() + "\", \"processVariables\": " + variables;
        direct("POST", "/message", message + ", \"businessKey\": \"" + release + "\"}");
        direct("POST", "/message", message + ", \"processInstanceId\": \"" + waiting.getProcessInstanceId() + "\"}");
        direct("POST", "/message", message + ", \"all\": true}");
    }

    private void job(String job) {
        direct("POST", "/job/" + job + "/execute", "{}");
        direct("PUT", "/job/" + job + "/duedate", "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}");
        direct("PUT", "/job/" + job + "/retries", "{\"retries\": 3}");
        direct("PUT", "/job/" + job + "/suspended", "{\"suspended\": true}");
    }

    private void broadcasts() {
        direct("POST", "/signal", "{\"name\": \"anything\"}");
        direct("POST", "/condition", "{\"variables\": " + variables + ", \"businessKey\": \"" + release + "\"}");
    }

    /** In the worker's place. */
    private void work() {
        direct("POST", "/external-task/none/complete", "{\"workerId\": \"me\", \"variables\": " + variables + "}");
        direct("POST", "/external-task/none/bpmnError", "{\"workerId\": \"me\", \"errorCode\": \"given-up\"}");
        direct(
                "POST",
                "/external-task/fetchAndLock",
                "{\"workerId\": \"me\", \"maxTasks\": 5, \"topics\": [{\"topicName\": \"deploy\", \"lockDuration\": 10000}]}");
    }

    private void direct(String verb, String path, String json) {
        acts.add(new Act("dan", verb, path, json, Doors.FORBIDDEN, NOT_DIRECTLY));
    }
}
