package dev.slipway.flow.door;

import dev.slipway.approval.Approval;
import dev.slipway.approval.ApprovalId;
import dev.slipway.approval.Approvals;
import dev.slipway.flow.identity.Unrestricted;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Substitutes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.impl.context.Context;
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
    private static final String IMPARTIAL = "impartial";

    private final ObjectProvider<People> people;
    private final ObjectProvider<Substitutes> substitutes;
    private final ObjectProvider<Approvals> approvals;
    private final ObjectProvider<HistoryService> history;
    private final ObjectProvider<Unrestricted> unrestricted;

    TaskRules(
            ObjectProvider<People> people,
            ObjectProvider<Substitutes> substitutes,
            ObjectProvider<Approvals> approvals,
            ObjectProvider<HistoryService> history,
            ObjectProvider<Unrestricted> unrestricted) {
        this.people = people;
        this.substitutes = substitutes;
        this.approvals = approvals;
        this.history = history;
        this.unrestricted = unrestricted;
    }

    /** @param taker who is to have the task; null to give it back */
    void mayTake(TaskEntity task, @Nullable Object taker, PersonId person) {
        var mine = person.value().equals(task.getAssignee());
        if (taker == null && (mine || task.getAssignee() == null || standsInFor(task, person))) {
            return;
        }
        if (!person.value().equals(taker)) {
            throw refuse(task, "A task can only be taken for oneself and given back by who has it.");
        }
        mayWork(task, person);
    }

    /** Taking a task and ending it are allowed to the same people; having taken it does not outlast leaving the group that it is for. */
    void mayWork(TaskEntity task, PersonId person) {
        var assignee = task.getAssignee();
        if (assignee != null && !assignee.equals(person.value()) && !standsInFor(task, person)) {
            throw refuse(task, "'" + task.getName() + "' is being done by " + assignee + ".");
        }
        var seat = seat(task);
        if (seat.isPresent()) {
            approvals
                    .getObject()
                    .objection(seat.get().approval, seat.get().number, person)
                    .ifPresent(objection -> {
                        throw refuse(task, objection);
                    });
        } else {
            mustBeCandidate(task, person);
        }
        mayFollow(task, person);
        mustBeImpartial(task, person);
    }

    /** What somebody who is away has taken is not lost to their substitute, as far as it is a seat. */
    private boolean standsInFor(TaskEntity task, PersonId person) {
        return task.getAssignee() != null
                && seat(task).isPresent()
                && substitutes.getObject().principalsOf(person).contains(new PersonId(task.getAssignee()));
    }

    /** Somebody may speak up about a task who could see it. */
    void mayComment(TaskEntity task, PersonId person) {
        if (people.getObject().find(person).isEmpty()) {
            throw refuse(task, "Only people comment on tasks; " + person + " is nobody known here.");
        }
        Context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkReadTask(task));
    }

    private static Optional<AskedSeat> seat(TaskEntity task) {
        return task.getVariable("approvalId") instanceof String approval
                        && task.getVariable("loopCounter") instanceof Integer counter
                ? Optional.of(new AskedSeat(new ApprovalId(approval), counter + 1))
                : Optional.empty();
    }

    private record AskedSeat(ApprovalId approval, int number) {}

    private void mustBeCandidate(TaskEntity task, PersonId person) {
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
        var other = property(task, DIFFERENT_FROM);
        if (other == null) {
            return;
        }
        var did = unrestricted
                .getObject()
                .ask(() -> history.getObject()
                        .createHistoricTaskInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .taskDefinitionKey(other)
                        .taskAssignee(person.value())
                        .finished()
                        .count());
        if (did > 0) {
            throw refuse(
                    task,
                    "'" + task.getName() + "' must be done by somebody else: " + person
                            + " did the step that it checks.");
        }
    }

    /** What follows from an approval must not be decided by those who could not take part in it. */
    private void mustBeImpartial(TaskEntity task, PersonId person) {
        if (!"true".equals(property(task, IMPARTIAL)) || !(task.getVariable("approvalId") instanceof String approval)) {
            return;
        }
        var excluded = approvals
                .getObject()
                .find(new ApprovalId(approval))
                .map(Approval::excluded)
                .orElse(Set.of());
        if (excluded.contains(person)) {
            throw refuse(
                    task,
                    "'" + task.getName() + "' must be done by somebody impartial: " + person
                            + " requested this release or had a hand in its contents.");
        }
    }

    private static @Nullable String property(TaskEntity task, String name) {
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
                .filter(property -> name.equals(property.getCamundaName()))
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
