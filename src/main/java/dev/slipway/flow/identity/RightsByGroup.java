package dev.slipway.flow.identity;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes rights when a person or a group appears, and none for a task: see {@link Grants}. */
@Component
class RightsByGroup extends DefaultAuthorizationProvider {

    private final ObjectProvider<Grants> grants;

    RightsByGroup(ObjectProvider<Grants> grants) {
        this.grants = grants;
    }

    @Override
    public AuthorizationEntity[] newUser(User user) {
        var self = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
        self.setUserId(user.getId());
        return new AuthorizationEntity[] {
            filled(self, new Grant(Resources.USER, user.getId(), List.of(Permissions.READ, Permissions.UPDATE)))
        };
    }

    @Override
    public AuthorizationEntity[] newGroup(Group group) {
        var own = new Grant(Resources.GROUP, group.getId(), List.of(Permissions.READ));
        return Stream.concat(Stream.of(own), grants.getObject().to(group.getId()).stream())
                .map(grant -> {
                    var authorization = new AuthorizationEntity(Authorization.AUTH_TYPE_GRANT);
                    authorization.setGroupId(group.getId());
                    return filled(authorization, grant);
                })
                .toArray(AuthorizationEntity[]::new);
    }

    private static AuthorizationEntity filled(AuthorizationEntity authorization, Grant grant) {
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.on());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        return authorization;
    }

    @Override
    public AuthorizationEntity @Nullable [] newDeployment(Deployment deployment) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskAssignee(Task task, String before, String after) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskOwner(Task task, String before, String after) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskUserIdentityLink(Task task, String user, String type) {
        return null;
    }

    @Override
    public AuthorizationEntity @Nullable [] newTaskGroupIdentityLink(Task task, String group, String type) {
        return null;
    }
}
