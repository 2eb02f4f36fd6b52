package dev.slipway.flow.door;

import java.util.Objects;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

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
        return release(task.getExecution());
    }

    /** The release that a command is about which names a task or an execution; empty where it names none, or one that is not there. */
    static String releaseNamedBy(Command<?> command) {
        if (CommandField.TASK.find(command) instanceof String id) {
            var task = Context.getCommandContext().getTaskManager().findTaskById(id);
            return task == null ? "" : release(task);
        }
        return CommandField.EXECUTION.find(command) instanceof String id
                ? release(Context.getCommandContext().getExecutionManager().findExecutionById(id))
                : "";
    }

    private static String release(@Nullable ExecutionEntity execution) {
        return execution == null ? "" : Objects.requireNonNullElse(execution.getProcessBusinessKey(), "");
    }
}
