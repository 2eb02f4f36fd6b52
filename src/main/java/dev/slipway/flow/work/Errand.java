package dev.slipway.flow.work;

import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;

/**
 * A work step that this node has taken from the engine and not yet given back. Whoever changes it in the engine holds its monitor. Its thread is never
 * interrupted: that would close the file of an H2 database under everybody.
 */
final class Errand {

    private final LockedExternalTask task;
    private final WorkStep step;
    private final Visit visit;
    private final @Nullable Result known;
    private boolean over;

    Errand(LockedExternalTask task, WorkStep step, Visit visit, @Nullable Result known) {
        this.task = task;
        this.step = step;
        this.visit = visit;
        this.known = known;
    }

    String id() {
        return task.getId();
    }

    String activity() {
        return task.getActivityId();
    }

    @Nullable
    Integer retries() {
        return task.getRetries();
    }

    WorkStep step() {
        return step;
    }

    Visit visit() {
        return visit;
    }

    Result work() throws Exception {
        if (known != null) {
            return known;
        }
        try {
            return step.work(visit, task.getVariables());
        } finally {
            visit.flush();
        }
    }

    /** Whether somebody else has it now, or nobody needs it any more. */
    synchronized boolean isOver() {
        return over;
    }

    synchronized void end() {
        over = true;
    }
}
