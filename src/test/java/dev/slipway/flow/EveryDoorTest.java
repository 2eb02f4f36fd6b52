package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.advisory.AdvisoryBoards;
import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Conflicts;
import dev.slipway.calendar.Calendar;
import dev.slipway.calendar.Exemptions;
import dev.slipway.calendar.Feeds;
import dev.slipway.flow.Doors.Act;
import dev.slipway.flow.Doors.Door;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Risks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/** Goes to every door with what is tried there, and sees that it is refused and that nothing is different afterwards. */
abstract class EveryDoorTest extends RefusalTest {

    private static final int MANY = 200;
    static final ReleaseId NONE = new ReleaseId("none");
    private static final String JSON = "application/json";
    private static final String PROBLEM = "urn:slipway:problem:";

    private final Map<String, Caller> callers = new HashMap<>();

    ReleaseId release = NONE;

    void walk(Doors doors) {
        assertThat(doors.gaps()).as("doors of which nothing is said").isEmpty();
        flows.go(release);
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
            case API -> refused(act, rest(act.person()).anywhere(type(act), act.verb(), act.path(), act.body()), soft);
            case REST -> refused(act, rest(act.person()).send(act.verb(), act.path(), act.body()), soft);
            case TASKLIST -> refused(act, tasklist(act.person()).send(act.verb(), act.path(), act.body()), soft);
            case ENGINE ->
                ways(act).forEach(caller -> refused(act, caller.send(act.verb(), act.path(), act.body()), soft));
        }
    }

    /** Camunda's applications cannot have a request wait for work. */
    private List<Caller> ways(Act act) {
        return act.path().endsWith("/fetchAndLock")
                ? List.of(rest(act.person()))
                : List.of(rest(act.person()), tasklist(act.person()));
    }

    private static void refused(Act act, HttpResponse<String> answer, SoftAssertions soft) {
        soft.assertThat(kind(answer)).as("%s: %s", act, answer.body()).isEqualTo(act.kind());
        soft.assertThat(answer.body()).as("%s", act).contains(act.reason());
    }

    /** Exactly what was refused: the code of our problem, or status and type of what the engine says. */
    private static String kind(HttpResponse<String> answer) {
        var type = answer.body().replaceAll("(?s).*?\"type\" ?: ?\"([^\"]+)\".*|.*", "$1");
        return type.startsWith(PROBLEM) ? type.substring(PROBLEM.length()) : answer.statusCode() + " " + type;
    }

    private static String type(Act act) {
        return act.body().startsWith("apiVersion") ? "application/yaml" : JSON;
    }

    /** The page leads back to where the form was, which says why nothing was done. */
    private void onPage(Act act, SoftAssertions soft) {
        try {
            var browser = tasklist(act.person()).browser;
            var answer = browser.send("POST", act.path(), act.body() + "&_csrf=" + browser.csrf("/tokens"));
            soft.assertThat(answer.statusCode()).as("%s", act).isEqualTo(302);
            var back = answer.headers().firstValue("Location").orElse("/").replaceFirst("^https?://[^/]+", "");
            soft.assertThat(browser.get(back).body())
                    .as("%s", act)
                    .containsPattern("(?s)class=\"refusal.*" + Pattern.quote(act.reason()));
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
        return new EngineActs(flows, release, variable, value).all();
    }

    /** The record leaves nothing out: what was tried and refused is all that may be added to it. */
    private Map<String, Object> state() {
        var state = new TreeMap<String, Object>();
        state.put("release", flows.release(release));
        state.put("approvals", flows.bean(Approvals.class).of(release));
        state.put("risks", flows.bean(Risks.class).history(release));
        state.put("conflicts", flows.bean(Conflicts.class).page(Long.MAX_VALUE, MANY));
        state.put("windows and freezes", flows.bean(Calendar.class).entries());
        state.put("imported", flows.bean(Feeds.class).all());
        state.put("exemptions", flows.bean(Exemptions.class).newest());
        var boards = flows.bean(AdvisoryBoards.class);
        for (var board : boards.boards()) {
            state.put("board " + board.key(), board);
            var meetings = boards.meetings(board.key(), null, MANY);
            state.put("meetings of " + board.key(), meetings);
            meetings.forEach(meeting -> state.put("agenda of " + meeting.id(), boards.agenda(meeting.id())));
        }
        state.put(
                "jobs",
                flows.jobs(release)
                        .map(job -> job.getId() + " " + job.getDuedate() + " " + job.getRetries() + job.isSuspended())
                        .sorted()
                        .toList());
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
            state.put("model of " + instance.getId(), instance.getProcessDefinitionId() + instance.isSuspended());
        });
        return state;
    }

    Approval asked() {
        return flows.bean(Approvals.class).of(release).get(0);
    }
}
