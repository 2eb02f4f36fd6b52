package dev.slipway.flow.identity;

import dev.slipway.flow.library.ModelLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Gives each group what its members need, per process and never per task: a thousand rows per task make a page of tasks ten times slower. Who may do
 * one certain task is decided when it is done.
 */
@Component
public class Grants {

    private final AuthorizationService authorizations;
    private final IdentityService identity;
    private final RepositoryService repository;
    private final ModelLibrary library;

    Grants(
            AuthorizationService authorizations,
            IdentityService identity,
            RepositoryService repository,
            ModelLibrary library) {
        this.authorizations = authorizations;
        this.identity = identity;
        this.repository = repository;
        this.library = library;
    }

    /** Adds to every group what it lacks. Safe to repeat. */
    public void refresh() {
        var processes = library.processes();
        for (var group : identity.createGroupQuery().list()) {
            var held = authorizations
                    .createAuthorizationQuery()
                    .groupIdIn(group.getId())
                    .list();
            to(group.getId(), processes).forEach(grant -> add(group.getId(), grant, held));
        }
    }

    /** What a new group lacks. One that there was before, under the same name, has left its grants. */
    List<Grant> to(String group) {
        var held = authorizations.createAuthorizationQuery().groupIdIn(group).list();
        return to(group, library.processes()).stream()
                .filter(grant -> held.stream().noneMatch(one -> isAbout(one, grant)))
                .toList();
    }

    private List<Grant> to(String group, List<ProcessDefinition> processes) {
        var grants = new ArrayList<>(Grant.MEMBER);
        if (group.equals(Groups.CAMUNDA_ADMIN)) {
            grants.addAll(Grant.ADMINISTRATOR);
        }
        processes.stream()
                .filter(process -> works(group, process))
                .map(process -> Grant.work(process.getKey()))
                .forEach(grants::add);
        return grants;
    }

    /** Where a model leaves open who is asked, as for the seats of an approval, it may be any group. */
    private boolean works(String group, ProcessDefinition process) {
        return repository.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                .anyMatch(task -> {
                    var candidates = task.getCamundaCandidateGroups();
                    return candidates == null
                            || candidates.contains("{")
                            || Stream.of(candidates.split(","))
                                    .map(String::strip)
                                    .anyMatch(group::equals);
                });
    }

    private void add(String group, Grant grant, List<Authorization> held) {
        var authorization =
                held.stream().filter(one -> isAbout(one, grant)).findFirst().orElseGet(() -> fresh(group, grant));
        var missing = grant.permissions().stream()
                .filter(permission -> !authorization.isPermissionGranted(permission))
                .toList();
        if (!missing.isEmpty()) {
            missing.forEach(authorization::addPermission);
            authorizations.saveAuthorization(authorization);
        }
    }

    private static boolean isAbout(Authorization held, Grant grant) {
        return held.getAuthorizationType() == Authorization.AUTH_TYPE_GRANT
                && held.getResourceType() == grant.resource().resourceType()
                && grant.on().equals(held.getResourceId());
    }

    private Authorization fresh(String group, Grant grant) {
        var authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        authorization.setGroupId(group);
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.on());
        return authorization;
    }
}
