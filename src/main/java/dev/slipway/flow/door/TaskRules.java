package dev.slipway.flow.door;

import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may take and complete which task. The engine itself checks neither assignee nor candidate. Groups are read fresh every time. */
@Component
class TaskRules {

    private static final String DIFFERENT_FROM = "differentFrom";

    private final ObjectProvider<People> people;
    private final ObjectProvider<Approvals> approvals;
    private final ObjectProvider<HistoryService> history;

    TaskRules(
            ObjectProvider<People> people,
            ObjectProvider<Approvals> approvals,
            ObjectProvider<HistoryService> history) {
        this.people = people;
        this.approvals = approvals;
        this.history = history;
    }

    /** @param taker who is to have the task; null to give it back */
    void mayTake(TaskEntity task, @Nullable Object taker, PersonId person) {
        var mine = person.value().equals(task.getAssignee());
        if (taker == null && (mine || task.getAssignee() == null)) {
            return;
        }
        if (!person.value().equals(taker)) {
            throw refuse(task, "A task can only be taken for oneself and given back by who has it.");
        }
        mayWork(task, person);
        mayFollow(task, person);
    }

    void mayComplete(TaskEntity task, PersonId person) {
        mayWork(task, person);
        mayFollow(task, person);
    }

    /** Whether the seat behind an approval task is this person's to take. */
    void mayDecide(TaskEntity task, PersonId person, Map<String, Object> fields) {
        if (!(task.getVariable("approvalId") instanceof String approval)
                || !(task.getVariable("loopCounter") instanceof Integer seat)
                || !fields.containsKey("decision")) {
            return;
        }
        approvals
                .getObject()
                .objection(new ApprovalId(approval), seat + 1, person)
                .ifPresent(objection -> {
                    throw refuse(task, objection);
                });
    }

    private void mayWork(TaskEntity task, PersonId person) {
        var assignee = task.getAssignee();
        if (assignee != null) {
            if (!assignee.equals(person.value())) {
                throw refuse(task, "'" + task.getName() + "' is being done by " + assignee + ".");
            }
            return;
        }
        var candidates = task.getCandidates();
        if (candidates.stream().noneMatch(link -> covers(link, person))) {
            throw refuse(
                    task,
                    "'" + task.getName() + "' is for " + names(List.copyOf(candidates)) + "; " + person
                            + " is not one of them.");
        }
    }

    private boolean covers(IdentityLink link, PersonId person) {
        return IdentityLinkType.CANDIDATE.equals(link.getType())
                && (person.value().equals(link.getUserId())
                        || link.getGroupId() != null
                                && people.getObject().groupsOf(person).contains(new GroupId(link.getGroupId())));
    }

    /** Two tasks that different people must do: the other one names who did the first. */
    private void mayFollow(TaskEntity task, PersonId person) {
        var other = property(task);
        if (other == null) {
            return;
        }
        var did = history.getObject()
                .createHistoricTaskInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .taskDefinitionKey(other)
                .taskAssignee(person.value())
                .finished()
                .count();
        if (did > 0) {
            throw refuse(
                    task,
                    "'" + task.getName() + "' must be done by somebody else: " + person
                            + " did the step that it checks.");
        }
    }

    private static @Nullable String property(TaskEntity task) {
        var element = task.getBpmnModelElementInstance();
        if (element == null || element.getExtensionElements() == null) {
            return null;
        }
        return element
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties.class)
                .list()
                .stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> DIFFERENT_FROM.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue())
                .findFirst()
                .orElse(null);
    }

    private static String names(List<IdentityLink> candidates) {
        return candidates.isEmpty()
                ? "nobody"
                : candidates.stream()
                        .map(link -> link.getGroupId() == null ? link.getUserId() : link.getGroupId())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Refusal refuse(TaskEntity task, String reason) {
        return new Refusal(Tasks.release(task), reason);
    }
}
