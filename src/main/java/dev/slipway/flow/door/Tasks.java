package dev.slipway.flow.door;

import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Finds user tasks and what surrounds them inside a running command. */
final class Tasks {

    private Tasks() {}

    static TaskEntity find(String id) {
        var task = Context.getCommandContext().getTaskManager().findTaskById(id);
        if (task == null) {
            throw new NullValueException("There is no task " + id + "; it may have been completed already.");
        }
        return task;
    }

    /** The release it belongs to; empty for a task of no process. */
    static String release(TaskEntity task) {
        var execution = task.getExecution();
        return execution == null ? "" : String.valueOf(execution.getProcessBusinessKey());
    }
}
