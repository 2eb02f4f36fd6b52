package dev.slipway.flow.waiting;

import static java.util.stream.Collectors.joining;

import dev.slipway.flow.Waiting;
import dev.slipway.flow.variable.StepVariables;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** Says of each thing that the engine can wait for what it waits for, and who can move it. */
final class WaitingRows {

    static final String WORKER = "worker";
    static final String OPERATOR = "operator";

    private static final String TIME = "time";
    private static final String CLEARANCE = "clearance";
    private static final String CLEARANCE_CHANGED = "clearance-changed";
    private static final Set<String> CATCHING_TIME = Set.of("intermediateTimer");
    private static final Set<String> CATCHING =
            Set.of("intermediateMessageCatch", "receiveTask", "intermediateSignalCatch");

    private WaitingRows() {}

    static Optional<WaitingRow> of(TaskEntity task) {
        var execution = task.getExecution();
        return row(
                task.getId(),
                execution,
                task.getTaskDefinitionKey(),
                at -> new Waiting(
                        at.release(),
                        Objects.requireNonNullElse(execution.getActivityInstanceId(), ""),
                        Waiting.Kind.PERSON,
                        at.model(),
                        at.activity(),
                        reason(task, at),
                        whom(task),
                        task.getCreateTime().toInstant(),
                        instant(task.getDueDate()),
                        task.getId()));
    }

    static WaitingRow.Change change(TaskEntity task) {
        return new WaitingRow.Change(task.getId(), task.getName(), whom(task), instant(task.getDueDate()));
    }

    static Optional<WaitingRow> of(ExternalTaskEntity work) {
        return row(
                work.getId(),
                work.getExecution(),
                work.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        work.getActivityInstanceId(),
                        Waiting.Kind.WORK,
                        at.model(),
                        at.activity(),
                        at.name(),
                        WORKER,
                        since(work.getCreateTime()),
                        null,
                        null));
    }

    static Optional<WaitingRow> of(EventSubscriptionEntity subscription) {
        var execution = subscription.getExecution();
        if (execution == null || !isOf(CATCHING, execution, subscription.getActivityId())) {
            return Optional.empty();
        }
        if (CLEARANCE_CHANGED.equals(subscription.getEventName())) {
            return clearance(subscription, execution);
        }
        return row(
                subscription.getId(),
                execution,
                subscription.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        execution.getActivityInstanceId(),
                        Waiting.Kind.MESSAGE,
                        at.model(),
                        at.activity(),
                        StepVariables.WAITS_FOR.find(execution).orElse(at.name()),
                        Objects.requireNonNullElse(subscription.getEventName(), ""),
                        since(subscription.getCreated()),
                        null,
                        null));
    }

    /** What stands in the way says when it is over; the timer beside it only asks again. */
    private static Optional<WaitingRow> clearance(EventSubscriptionEntity subscription, ExecutionEntity execution) {
        var until = StepVariables.CLEARANCE_UNTIL.find(execution).map(Instant::parse);
        return row(
                subscription.getId(),
                execution,
                subscription.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        execution.getActivityInstanceId(),
                        until.isPresent() ? Waiting.Kind.TIMER : Waiting.Kind.MESSAGE,
                        at.model(),
                        at.activity(),
                        StepVariables.CLEARANCE_REASON.find(execution).orElse(at.name()),
                        until.isPresent() ? TIME : CLEARANCE,
                        since(subscription.getCreated()),
                        until.orElse(null),
                        null));
    }

    static Optional<WaitingRow> of(TimerEntity timer) {
        if (!isCatching(timer)) {
            return Optional.empty();
        }
        return row(
                timer.getId(),
                timer.getExecution(),
                timer.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        timer.getExecution().getActivityInstanceId(),
                        Waiting.Kind.TIMER,
                        at.model(),
                        at.activity(),
                        at.name(),
                        TIME,
                        since(timer.getCreateTime()),
                        instant(timer.getDuedate()),
                        null));
    }

    /** An incident that another one has caused further up says nothing new. */
    static Optional<WaitingRow> of(IncidentEntity incident) {
        var execution = incident.getExecution();
        if (execution == null || !incident.getId().equals(incident.getCauseIncidentId())) {
            return Optional.empty();
        }
        var visit = incident.getIncidentType().equals("failedExternalTask")
                ? execution.getActivityInstanceId()
                : execution.getId();
        return row(
                incident.getId(),
                execution,
                incident.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        visit,
                        Waiting.Kind.INCIDENT,
                        at.model(),
                        at.activity(),
                        at.name() + ": " + Objects.requireNonNullElse(incident.getIncidentMessage(), "failed"),
                        OPERATOR,
                        since(incident.getIncidentTimestamp()),
                        null,
                        null));
    }

    /** The timer beside the message that clearance has changed is no wait state of its own: the message's row says until when. */
    static boolean isCatching(TimerEntity timer) {
        var execution = timer.getExecution();
        return execution != null
                && isOf(CATCHING_TIME, execution, timer.getActivityId())
                && execution.getEventSubscriptions().stream()
                        .noneMatch(beside -> CLEARANCE_CHANGED.equals(beside.getEventName()));
    }

    static Optional<WaitingRow> row(
            String id, @Nullable ExecutionEntity execution, String activity, Function<Place, Waiting> waiting) {
        if (execution == null || execution.getProcessBusinessKey() == null) {
            return Optional.empty();
        }
        var definition = execution.getProcessDefinition();
        var element = definition.findActivity(activity);
        var name = element == null ? null : (String) element.getProperty("name");
        var place = new Place(
                new ReleaseId(execution.getProcessBusinessKey()),
                definition.getKey(),
                activity,
                Objects.requireNonNullElse(name, activity));
        return Optional.of(new WaitingRow(id, waiting.apply(place)));
    }

    private static boolean isOf(Set<String> types, ExecutionEntity execution, String activity) {
        var element = execution.getProcessDefinition().findActivity(activity);
        return element != null
                && types.contains(String.valueOf(element.getProperties().get(BpmnProperties.TYPE)));
    }

    private static String reason(TaskEntity task, Place at) {
        return Objects.requireNonNullElse(task.getName(), at.name());
    }

    /** Whoever has taken the task; until then those who may. */
    private static String whom(TaskEntity task) {
        if (task.getAssignee() != null) {
            return task.getAssignee();
        }
        return task.getCandidates().stream()
                .flatMap(link -> Stream.of(link.getUserId(), link.getGroupId()))
                .filter(Objects::nonNull)
                .sorted()
                .collect(joining(", "));
    }

    private static Instant since(@Nullable Date date) {
        return date == null ? ClockUtil.getCurrentTime().toInstant() : date.toInstant();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Where in which model of which release. */
    record Place(ReleaseId release, String model, String activity, String name) {}
}
