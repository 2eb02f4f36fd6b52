package dev.slipway.flow.door;

import dev.slipway.journal.Journaled;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** A person did a user task. What was written in the form may speak of people and can be erased; that it was done cannot. */
public record TaskCompleted(String chain, Map<String, ?> facts, Map<String, ?> personal) implements Journaled {

    static TaskCompleted of(TaskEntity task, Map<String, Object> fields) {
        return new TaskCompleted(
                Tasks.release(task), Map.of("activity", task.getTaskDefinitionKey(), "task", task.getName()), fields);
    }

    /** What was written into a field of the form; empty where nothing was. */
    public String field(String name) {
        return Objects.toString(personal.get(name), "");
    }

    @Override
    public String act() {
        return "task.completed";
    }
}
