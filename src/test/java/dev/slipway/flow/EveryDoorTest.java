package dev.slipway.flow;

import static dev.slipway.flow.CandidateTest.NOT_DIRECTLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.flow.Doors.Act;
import dev.slipway.flow.Doors.Door;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Risks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.runtime.Job;

/** Goes to every door with what is tried there, and sees that it is refused and that nothing is different afterwards. */
abstract class EveryDoorTest extends RefusalTest {

    static final ReleaseId NONE = new ReleaseId("none");
    private static final String JSON = "application/json";

    private final Map<String, Caller> callers = new HashMap<>();

    ReleaseId release = NONE;

    void walk(Doors doors) {
        assertThat(doors.gaps()).as("doors of which nothing is said").isEmpty();
        var before = state();
        var soft = new SoftAssertions();
        for (var door : Door.values()) {
            doors.at(door).forEach(act -> attempt(door, act, soft));
        }
        soft.assertAll();
        flows.go(release);
        assertThat(state()).isEqualTo(before);
    }

    private void attempt(Door door, Act act, SoftAssertions soft) {
        switch (door) {
            case PAGE -> onPage(act, soft);
            case API -> refused(act, rest(act.person()).anywhere(JSON, act.verb(), act.path(), act.body()), soft);
            case REST -> refused(act, rest(act.person()).send(act.verb(), act.path(), act.body()), soft);
            case TASKLIST -> refused(act, tasklist(act.person()).send(act.verb(), act.path(), act.body()), soft);
            case ENGINE ->
                List.of(rest(act.person()), tasklist(act.person()))
                        .forEach(caller -> refused(act, caller.send(act.verb(), act.path(), act.body()), soft));
        }
    }

    private static void refused(Act act, HttpResponse<String> answer, SoftAssertions soft) {
        soft.assertThat(answer.statusCode()).as("%s", act).isBetween(400, 599);
        soft.assertThat(answer.body()).as("%s", act).contains(act.reason());
    }

    /** The page leads back to where the form was, which says why nothing was done. */
    private void onPage(Act act, SoftAssertions soft) {
        try {
            var browser = tasklist(act.person()).browser;
            var answer = browser.send("POST", act.path(), act.body() + "&_csrf=" + browser.csrf("/tokens"));
            soft.assertThat(answer.statusCode()).as("%s", act).isEqualTo(302);
            var back = answer.headers().firstValue("Location").orElse("/").replaceFirst("^https?://[^/]+", "");
            soft.assertThat(browser.get(back).body()).as("%s", act).contains(act.reason());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Caller rest(String person) {
        return callers.computeIfAbsent("rest " + person, any -> overRest(person));
    }

    Caller tasklist(String person) {
        return callers.computeIfAbsent("tasklist " + person, any -> inTasklist(person));
    }

    /** Everything that could wake the release, move it on, or change what its steps have answered; tried by an administrator of the engine. */
    List<Act> engine(String variable, String value) {
        var acts = new ArrayList<Act>();
        var runtime = flows.engine.getRuntimeService();
        var written = "{\"value\": \"" + value + "\", \"type\": \"String\"}";
        var variables = "{\"" + variable + "\": " + written + "}";
        for (var instance : flows.all(release)) {
            var here = "/process-instance/" + instance.getId();
            acts.add(direct("PUT", here + "/variables/" + variable, written));
            acts.add(direct("POST", here + "/variables", "{\"modifications\": " + variables + "}"));
            acts.add(direct(
                    "POST",
                    here + "/modification",
                    "{\"skipCustomListeners\": true, \"instructions\": [{\"type\": \"startBeforeActivity\","
                            + " \"activityId\": \"Activity_DeployRelease\"}]}"));
            acts.add(direct("PUT", here + "/suspended", "{\"suspended\": true}"));
            acts.add(direct("DELETE", here, ""));
            runtime.createEventSubscriptionQuery()
                    .processInstanceId(instance.getId())
                    .list()
                    .forEach(waiting -> {
                        var execution = "/execution/" + waiting.getExecutionId();
                        acts.add(direct("POST", execution + "/signal", "{}"));
                        if ("message".equals(waiting.getEventType())) {
                            acts.add(direct(
                                    "POST",
                                    execution + "/messageSubscriptions/" + waiting.getEventName() + "/trigger",
                                    "{\"variables\": " + variables + "}"));
                            acts.add(direct(
                                    "POST",
                                    "/message",
                                    "{\"messageName\": \"" + waiting.getEventName() + "\", \"businessKey\": \""
                                            + release + "\", \"processVariables\": " + variables + "}"));
                        }
                    });
        }
        flows.jobs(release).map(Job::getId).forEach(job -> {
            acts.add(direct("POST", "/job/" + job + "/execute", "{}"));
            acts.add(direct("PUT", "/job/" + job + "/duedate", "{\"duedate\": \"2020-01-01T00:00:00.000+0000\"}"));
            acts.add(direct("PUT", "/job/" + job + "/retries", "{\"retries\": 3}"));
        });
        acts.add(direct("POST", "/signal", "{\"name\": \"anything\"}"));
        acts.add(direct(
                "POST", "/external-task/none/complete", "{\"workerId\": \"me\", \"variables\": " + variables + "}"));
        return acts;
    }

    private static Act direct(String verb, String path, String json) {
        return new Act("dan", verb, path, json, NOT_DIRECTLY);
    }

    /** The record leaves nothing out: what was tried and refused is all that may be added to it. */
    private Map<String, Object> state() {
        var state = new TreeMap<String, Object>();
        state.put("release", flows.release(release));
        state.put("approvals", flows.bean(Approvals.class).of(release));
        state.put("risks", flows.bean(Risks.class).history(release));
        state.put("running", product.instances("production"));
        state.put(
                "journal",
                journal(release.value()).stream()
                        .filter(entry -> !entry.act().equals("attempt.refused"))
                        .map(entry -> entry.act() + " " + entry.payload())
                        .toList());
        state.put(
                "tasks",
                flows.tasks(release).stream()
                        .map(task -> task.getId() + " " + task.getAssignee() + " " + task.getOwner() + " "
                                + task.getDelegationState() + " " + task.getDueDate())
                        .sorted()
                        .toList());
        state.put(
                "waiting",
                flows.waiting(release).stream().map(Waiting::reason).sorted().toList());
        flows.all(release).forEach(instance -> {
            var variables =
                    new TreeMap<String, Object>(flows.engine.getRuntimeService().getVariables(instance.getId()));
            variables.remove("summary");
            state.put("variables of " + instance.getId(), variables.toString());
        });
        return state;
    }

    Approval asked() {
        return flows.bean(Approvals.class).of(release).get(0);
    }
}
