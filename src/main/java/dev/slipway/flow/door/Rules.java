package dev.slipway.flow.door;

import dev.slipway.identity.PersonId;
import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides which acts of people the engine gets to see. Administrators are bound like anybody. */
@Component
class Rules {

    private final TaskRules tasks;
    private final Submission submission;
    private final ApplicationEventPublisher events;

    Rules(TaskRules tasks, Submission submission, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.submission = submission;
        this.events = events;
    }

    void admit(Command<?> command, PersonId person) {
        switch (Passage.of(command)) {
            case READ, COMMENT -> {}
            case COMPLETE -> complete(command, person);
            case CLAIM -> tasks.mayTake(task(command), CommandField.USER.find(command), person);
            case FILTER -> checkFilter(command);
            case DIRECTORY -> events.publishEvent(DirectoryChanged.by(command));
            case CLOSED -> throw new Refusal("", closed(command));
        }
    }

    private void complete(Command<?> command, PersonId person) {
        var task = task(command);
        tasks.mayComplete(task, person);
        var fields = submission.accept(task, CommandField.VARIABLES.find(command));
        tasks.mayDecide(task, person, fields);
        if (task.getAssignee() == null) {
            task.setAssignee(person.value());
        }
        events.publishEvent(TaskCompleted.of(task, fields));
    }

    private static TaskEntity task(Command<?> command) {
        return Tasks.find(CommandField.TASK.require(command, String.class));
    }

    private static void checkFilter(Command<?> command) {
        var filter = CommandField.FILTER.find(command);
        if (filter instanceof FilterEntity stored && mentionsExpression(stored.getQueryInternal())) {
            throw new Refusal(
                    "",
                    "A stored filter must not evaluate expressions. Use fixed values, or 'assigned to me' of the list.");
        }
    }

    private static boolean mentionsExpression(String query) {
        return query.contains("${") || query.contains("#{") || query.contains("Expression\"");
    }

    private static String closed(Command<?> command) {
        var advice = Map.of(
                "StartProcessInstanceCmd", "Open a release instead: its flow is started with it.",
                "SubmitStartFormCmd", "Open a release instead: its flow is started with it.",
                "DeployCmd", "Put the model into the processes folder; it is checked and deployed at the next start.",
                "SetJobRetriesCmd", "Retry the step on the release's page, where the reason is recorded.",
                "SetExternalTaskRetriesCmd", "Retry the step on the release's page, where the reason is recorded.",
                "DeleteProcessInstanceCmd", "Cancel the release on its page, where the reason is recorded.");
        var name = command.getClass().getSimpleName();
        return "People do not do that to the engine directly (" + name + "). "
                + advice.getOrDefault(name, "What may be changed by hand is offered on the release's page.");
    }
}
