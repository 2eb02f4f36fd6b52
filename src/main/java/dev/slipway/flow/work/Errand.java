package dev.slipway.flow.work;

import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;

/** A work step that this node has taken from the engine and not yet given back. Whoever changes it in the engine holds its monitor. */
final class Errand {

    private final LockedExternalTask task;
    private final WorkStep step;
    private final Visit visit;
    private final @Nullable Result known;
    private @Nullable Thread thread;
    private boolean begun;
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
        enter(Thread.currentThread());
        try {
            if (!begun) {
                begun = true;
                visit.log(step.declaration().label());
            }
            return step.work(visit, inputs());
        } finally {
            enter(null);
        }
    }

    private synchronized void enter(@Nullable Thread worker) {
        thread = worker;
    }

    private Map<String, Object> inputs() {
        return task.getVariables();
    }

    /** Whether somebody else has it now, or nobody needs it any more. */
    synchronized boolean isOver() {
        return over;
    }

    synchronized void end() {
        over = true;
    }

    /** Stops the work that is under way: its result would count for nothing. */
    synchronized void lose() {
        over = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
