package dev.slipway.flow;

import dev.slipway.flow.Flows.Intervention;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes tasks from our own pages: the engine, and the door in front of it, see the same person as in Tasklist. */
@Component
class Completions {

    private final TaskService tasks;
    private final IdentityService identities;
    private final Acting acting;
    private final People people;

    Completions(TaskService tasks, IdentityService identities, Acting acting, People people) {
        this.tasks = tasks;
        this.identities = identities;
        this.acting = acting;
        this.people = people;
    }

    Intervention complete(String task, Map<String, Object> fields) {
        var actor = acting.now();
        if (!actor.isPerson()) {
            return new Intervention.Refused("Only people complete tasks; " + actor + " is none.");
        }
        var before = identities.getCurrentAuthentication();
        var groups = people.groupsOf(new PersonId(actor.id())).stream()
                .map(GroupId::value)
                .toList();
        identities.setAuthentication(actor.id(), groups);
        try {
            tasks.complete(task, Variables.fromMap(fields));
            return new Intervention.Done();
        } catch (AuthorizationException refusal) {
            return new Intervention.Refused(Objects.requireNonNullElse(refusal.getMessage(), "You may not do that."));
        } catch (NullValueException gone) {
            return new Intervention.Refused("There is no such task any more; somebody has done it already.");
        } finally {
            restore(before);
        }
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identities.clearAuthentication();
        } else {
            identities.setAuthentication(before);
        }
    }
}
