package dev.slipway.flow.work;

import dev.slipway.deployment.WorkLog;
import dev.slipway.release.ReleaseId;

/** One occasion on which a flow reaches a work step. A retry is the same visit. */
public final class Visit {

    private final String id;
    private final ReleaseId release;
    private final String step;
    private final WorkLog log;
    private final StringBuilder lines = new StringBuilder();

    Visit(String id, ReleaseId release, String step, WorkLog log) {
        this.id = id;
        this.release = release;
        this.step = step;
        this.log = log;
    }

    /** The activity instance id. */
    public String id() {
        return id;
    }

    public ReleaseId release() {
        return release;
    }

    public String step() {
        return step;
    }

    /** Adds a line to the step's log; it shows when the step pauses or ends. */
    public void log(String line) {
        lines.append(line).append('\n');
    }

    /** Adds text to the step's log as it comes. */
    public void add(String text) {
        lines.append(text);
        flush();
    }

    void flush() {
        if (!lines.isEmpty()) {
            log.append(release, id, step, lines.toString());
            lines.setLength(0);
        }
    }
}
