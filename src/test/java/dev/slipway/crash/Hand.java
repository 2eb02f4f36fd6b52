package dev.slipway.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Goes on releasing, attaching evidence and voting over REST whether Slipway answers or not, and remembers what was acknowledged. Only an act that was not
 * acknowledged is tried again.
 */
final class Hand implements Runnable {

    private final Ferry ferry;
    private final Crew crew;
    private final List<Act> acknowledged = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final Thread thread = new Thread(this, "hand");
    private volatile boolean finishing;
    private volatile String release = "";
    private Map<String, Object> request = Map.of();
    private int version;
    private int notes;

    Hand(Ferry ferry, Crew crew) {
        this.ferry = ferry;
        this.crew = crew;
    }

    void begin() {
        thread.start();
    }

    /** Lets the last release end, and opens no more; false if that takes too long. */
    boolean finish() throws InterruptedException {
        finishing = true;
        thread.join(TimeUnit.MINUTES.toMillis(3));
        return !thread.isAlive();
    }

    int versions() {
        return version;
    }

    List<Act> acknowledged() {
        return acknowledged;
    }

    /** Answers that should not have been given. */
    List<String> complaints() {
        return complaints;
    }

    String release() {
        return release;
    }

    @Override
    public void run() {
        try {
            while (!finishing || !release.isEmpty()) {
                try {
                    act();
                } catch (IOException dead) {
                    Thread.sleep(50);
                }
                Thread.sleep(100);
            }
        } catch (Exception failure) {
            complaints.add(failure.toString());
        }
    }

    private void act() throws Exception {
        if (release.isEmpty()) {
            open();
        } else if (!hasEnded()) {
            attach();
            vote();
        }
    }

    private void open() throws Exception {
        if (request.isEmpty()) {
            version++;
            request = ferry.build("1.0." + version);
        }
        var answer = crew.program().post("/api/releases", "version-" + version, request);
        if (answer.isAcknowledged()) {
            release = answer.json().get("id").asText();
            acknowledged.add(new Act(release, "release.opened", "1.0." + version));
            request = Map.of();
        } else {
            complaints.add("opening: " + answer);
        }
    }

    private boolean hasEnded() throws Exception {
        var state = crew.program()
                .get("/api/releases/" + release)
                .expectAcknowledged()
                .json()
                .get("state")
                .asText();
        if (state.equals("pending")) {
            return false;
        }
        if (!state.equals("released")) {
            complaints.add(release + " ended as " + state);
        }
        release = "";
        return true;
    }

    private void attach() throws Exception {
        var name = "note-" + ++notes;
        var path = "/api/releases/" + release + "/evidence?kind=document&name=" + name + "&fileName=" + name + ".txt";
        var answer = crew.program().send("POST", path, "text/plain", "This is " + name + ".");
        if (answer.isAcknowledged()) {
            acknowledged.add(new Act(release, "evidence.attached", name));
        } else if (answer.status() != 409) {
            complaints.add("attaching: " + answer);
        }
    }

    private void vote() throws Exception {
        var tasks = crew.voter()
                .get("/engine-rest/task?taskDefinitionKey=Activity_Decide")
                .expectAcknowledged();
        for (var task : tasks.json()) {
            var fields = Map.of("decision", Map.of("value", "approve"), "comment", Map.of("value", "Sail."));
            var answer = crew.voter()
                    .post("/engine-rest/task/" + task.get("id").asText() + "/complete", Map.of("variables", fields));
            if (answer.isAcknowledged()) {
                acknowledged.add(new Act(release, "approval.voted", "vera"));
            } else {
                complaints.add("voting: " + answer);
            }
        }
    }

    /** Something that Slipway has said is done. */
    record Act(String release, String name, String what) {}
}
