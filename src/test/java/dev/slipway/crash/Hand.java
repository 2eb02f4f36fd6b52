package dev.slipway.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Goes on releasing, attaching evidence and deciding over REST whether Slipway answers or not, and remembers what was acknowledged. Only an act that was not
 * acknowledged is tried again.
 */
final class Hand implements Runnable, AutoCloseable {

    /** What is decided about each question that may be asked, but for the vote. */
    private static final Map<String, Map<String, String>> DECISIONS = Map.of(
            "Activity_DecideAboutAnalysis", Map.of("analysisDecision", "roll-back", "reason", "Better safe."),
            "Activity_DecideAboutGates", Map.of("gateChoice", "check-again", "reason", "It was killed."),
            "Activity_PutRightByHand", Map.of("putRight", "try-again", "reason", "It was killed."));

    private final Crew crew;
    private final List<Act> acknowledged = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> questions = new TreeMap<>();
    private final Thread thread = new Thread(this, "hand");
    private volatile Voyage voyage = new Voyage(Map.of());
    private volatile boolean finishing;
    private int notes;

    Hand(Crew crew) {
        this.crew = crew;
        voyage.end("");
        thread.start();
    }

    /** Asks for a release and sees it through. */
    Voyage begin(Map<String, Object> request) {
        voyage = new Voyage(request);
        return voyage;
    }

    List<Act> acknowledged() {
        return acknowledged;
    }

    /** Answers that should not have been given, and questions that should not have been asked. */
    List<String> complaints() {
        return complaints;
    }

    /** How often people were asked what. */
    Map<String, Integer> questions() {
        return questions;
    }

    @Override
    public void run() {
        try {
            while (!finishing) {
                try {
                    act(voyage);
                } catch (IOException dead) {
                    Thread.sleep(50);
                }
                Thread.sleep(100);
            }
        } catch (Exception failure) {
            complaints.add(failure.toString());
            voyage.end("broken");
        }
    }

    private void act(Voyage present) throws Exception {
        if (!present.state().isEmpty() || present.request().isEmpty()) {
            return;
        }
        if (present.release().isEmpty()) {
            open(present);
        } else if (!hasEnded(present)) {
            attach(present.release());
            decide(present);
        }
    }

    private void open(Voyage present) throws Exception {
        var answer = crew.program().post("/api/releases", "version-" + present.version(), present.request());
        if (answer.isAcknowledged()) {
            var release = answer.json().get("id").asText();
            acknowledged.add(new Act(release, "release.opened", present.version()));
            present.open(release);
        } else {
            complaints.add("opening: " + answer);
        }
    }

    private boolean hasEnded(Voyage present) throws Exception {
        var state = crew.program()
                .get("/api/releases/" + present.release())
                .expectAcknowledged()
                .json()
                .get("state")
                .asText();
        if (state.equals("pending")) {
            return false;
        }
        present.end(state);
        return true;
    }

    private void attach(String release) throws Exception {
        var name = "note-" + ++notes;
        var path = "/api/releases/" + release + "/evidence?kind=document&name=" + name + "&fileName=" + name + ".txt";
        var answer = crew.program().send("POST", path, "text/plain", "This is " + name + ".");
        if (answer.isAcknowledged()) {
            acknowledged.add(new Act(release, "evidence.attached", name));
        } else if (answer.status() != 409) {
            complaints.add("attaching: " + answer);
        }
    }

    private void decide(Voyage present) throws Exception {
        for (var task :
                crew.voter().get("/engine-rest/task").expectAcknowledged().json()) {
            var question = task.get("taskDefinitionKey").asText();
            if (question.equals("Activity_Decide")) {
                vote(present, task);
            } else if (DECISIONS.containsKey(question)) {
                questions.merge(question, 1, Integer::sum);
                complete(task, DECISIONS.get(question));
            } else {
                complaints.add(present.release() + " asks " + question);
                Thread.sleep(5000);
            }
        }
    }

    private void vote(Voyage present, JsonNode task) throws Exception {
        if (complete(task, Map.of("decision", "approve", "comment", "Sail."))) {
            acknowledged.add(new Act(present.release(), "approval.voted", "vera"));
            present.vote();
        }
    }

    private boolean complete(JsonNode task, Map<String, String> values) throws Exception {
        var fields = new TreeMap<String, Object>();
        values.forEach((name, value) -> fields.put(name, Map.of("value", value)));
        var answer = crew.voter()
                .post("/engine-rest/task/" + task.get("id").asText() + "/complete", Map.of("variables", fields));
        if (!answer.isAcknowledged()) {
            complaints.add(task.get("taskDefinitionKey").asText() + ": " + answer);
        }
        return answer.isAcknowledged();
    }

    @Override
    public void close() throws InterruptedException {
        finishing = true;
        thread.join(TimeUnit.MINUTES.toMillis(1));
    }

    /** Something that Slipway has said is done. */
    record Act(String release, String name, String what) {}
}
