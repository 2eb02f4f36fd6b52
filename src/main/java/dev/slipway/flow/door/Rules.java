package dev.slipway.flow.door;

import dev.slipway.identity.PersonId;
import java.util.Map;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Decides which acts of people the engine gets to see. Administrators are bound like anybody. */
@Component
class Rules {

    private static final int LONGEST_COMMENT = 4000;

    private static final Map<String, String> ADVICE = Map.of(
            "StartProcessInstanceCmd", "Open a release instead: its flow is started with it.",
            "SubmitStartFormCmd", "Open a release instead: its flow is started with it.",
            "DeployCmd", "Put the model into the processes folder; it is checked and deployed at the next start.",
            "SetJobRetriesCmd", "Retry the step on the release's page, where the reason is recorded.",
            "SetExternalTaskRetriesCmd", "Retry the step on the release's page, where the reason is recorded.",
            "DeleteProcessInstanceCmd", "Cancel the release on its page, where the reason is recorded.");

    private final TaskRules tasks;
    private final Submission submission;
    private final DirectoryRules directory;
    private final ApplicationEventPublisher events;

    Rules(TaskRules tasks, Submission submission, DirectoryRules directory, ApplicationEventPublisher events) {
        this.tasks = tasks;
        this.submission = submission;
        this.directory = directory;
        this.events = events;
    }

    void admit(Command<?> command, PersonId person) {
        switch (Passage.of(command)) {
            case READ -> checkQuestion(command);
            case COMPLETE -> complete(command, person);
            case CLAIM -> tasks.mayTake(task(command), CommandField.USER.find(command), person);
            case COMMENT -> comment(command, person);
            case FILTER -> checkFilter(command);
            case DIRECTORY -> change(command, person);
            case PASSWORD -> checkPassword(command, person);
            case CLOSED -> throw new Refusal(Tasks.releaseNamedBy(command), closed(command));
        }
    }

    /** A request to Camunda's own interfaces that nobody is behind may look, as signing in does, and nothing else. */
    void admitStranger(Command<?> command) {
        if (Passage.of(command) != Passage.READ) {
            throw new Refusal("", "Nobody is signed in.");
        }
    }

    private void complete(Command<?> command, PersonId person) {
        var task = task(command);
        tasks.mayWork(task, person);
        var fields = submission.accept(task, CommandField.VARIABLES.find(command));
        if (task.getAssignee() == null) {
            task.setAssignee(person.value());
        }
        events.publishEvent(TaskCompleted.of(task, fields));
    }

    private void comment(Command<?> command, PersonId person) {
        var task = task(command);
        tasks.mayComment(task, person);
        if (CommandField.MESSAGE.find(command) instanceof String message && message.length() > LONGEST_COMMENT) {
            throw new Refusal(
                    Tasks.release(task), "A comment has at most " + LONGEST_COMMENT + " characters; shorten it.");
        }
    }

    private void change(Command<?> command, PersonId person) {
        directory.check(command, person);
        events.publishEvent(DirectoryChanged.by(command));
    }

    /** The applications ask for one's own password before a password is changed; that of others is nobody's to try. */
    private static void checkPassword(Command<?> command, PersonId person) {
        if (!person.value().equals(CommandField.USER.find(command))) {
            throw new Refusal("", "Only one's own password can be checked.");
        }
    }

    private static TaskEntity task(Command<?> command) {
        if (CommandField.TASK.find(command) instanceof String task) {
            return Tasks.find(task);
        }
        throw new Refusal("", "Name the task.");
    }

    /** The engine refuses expressions in a question, but not in the alternatives within it. */
    private static void checkQuestion(Command<?> command) {
        if (mentionsExpression(command) || mentionsExpression(CommandField.NARROWER.find(command))) {
            throw new Refusal("", "A question must not contain expressions. Ask for fixed values.");
        }
    }

    private static boolean mentionsExpression(@Nullable Object query) {
        return query instanceof AbstractQuery<?, ?> asked
                        && !asked.getExpressions().isEmpty()
                || query instanceof TaskQueryImpl tasks
                        && tasks.getQueries().stream()
                                .anyMatch(alternative ->
                                        !alternative.getExpressions().isEmpty());
    }

    private static void checkFilter(Command<?> command) {
        if (CommandField.FILTER.find(command) instanceof FilterEntity stored
                && (mentionsExpression(stored.getQueryInternal())
                        || mentionsExpression(String.valueOf(stored.getProperties())))) {
            throw new Refusal(
                    "",
                    "A stored filter must not evaluate expressions. Use fixed values, or 'assigned to me' of the list.");
        }
    }

    private static boolean mentionsExpression(String query) {
        return query.contains("${") || query.contains("#{") || query.contains("Expression\"");
    }

    private static String closed(Command<?> command) {
        var name = command.getClass().getSimpleName();
        return "People do not do that to the engine directly (" + name + "). "
                + ADVICE.getOrDefault(name, "What may be changed by hand is offered on the release's page.");
    }
}
