package dev.slipway.flow;

import dev.slipway.flow.Flows.Intervention;
import dev.slipway.flow.door.Refusal;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.stereotype.Service;

/** Lets our own pages complete user tasks: through the same door, and under the same rules, as Tasklist. */
@Service
public class UserTasks {

    private final TaskService tasks;
    private final IdentityService identity;
    private final People people;
    private final Acting acting;

    UserTasks(TaskService tasks, IdentityService identity, People people, Acting acting) {
        this.tasks = tasks;
        this.identity = identity;
        this.people = people;
        this.acting = acting;
    }

    /** Completes the task in the name of the person who is acting, with what was written in its form. Call it outside any transaction. */
    public Intervention complete(String task, Map<String, Object> fields) {
        var actor = acting.now();
        if (!actor.isPerson()) {
            return new Intervention.Refused("Only a person can do a task.");
        }
        var groups = people.groupsOf(new PersonId(actor.id())).stream()
                .map(GroupId::value)
                .toList();
        identity.setAuthentication(actor.id(), groups);
        try {
            tasks.complete(task, fields);
            return new Intervention.Done();
        } catch (Refusal refusal) {
            return new Intervention.Refused(refusal.reason());
        } catch (NullValueException gone) {
            return new Intervention.Refused("This task has been done already, or is no longer needed.");
        } finally {
            identity.clearAuthentication();
        }
    }
}
