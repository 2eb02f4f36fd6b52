package dev.slipway.flow.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/**
 * What a group may do to one thing, or to all of a kind.
 *
 * @param on the thing's id, or {@link #ALL}
 */
record Grant(Resource resource, String on, List<Permission> permissions) {

    static final String ALL = "*";

    /** Whoever belongs to any group signs in to the web applications and sees how releases run; nobody may start an instance. */
    static final List<Grant> MEMBER = List.of(
            new Grant(Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)),
            new Grant(Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)),
            new Grant(Resources.APPLICATION, "welcome", List.of(Permissions.ACCESS)),
            new Grant(
                    Resources.PROCESS_DEFINITION,
                    ALL,
                    List.of(
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.READ_TASK,
                            ProcessDefinitionPermissions.READ_INSTANCE,
                            ProcessDefinitionPermissions.READ_HISTORY)),
            new Grant(Resources.DECISION_DEFINITION, ALL, List.of(Permissions.READ, Permissions.READ_HISTORY)),
            new Grant(Resources.DECISION_REQUIREMENTS_DEFINITION, ALL, List.of(Permissions.READ)));

    /** Administrators manage people, groups and rights, and see everything; they are bound like anybody in what they do to a release. */
    static final List<Grant> ADMINISTRATOR = List.of(
            everything(Resources.APPLICATION),
            everything(Resources.USER),
            everything(Resources.GROUP),
            everything(Resources.GROUP_MEMBERSHIP),
            everything(Resources.AUTHORIZATION),
            everything(Resources.FILTER),
            new Grant(Resources.SYSTEM, ALL, List.of(SystemPermissions.READ)),
            new Grant(Resources.DEPLOYMENT, ALL, List.of(Permissions.READ)),
            new Grant(Resources.BATCH, ALL, List.of(BatchPermissions.READ)),
            new Grant(Resources.OPERATION_LOG_CATEGORY, ALL, List.of(UserOperationLogCategoryPermissions.READ)));

    static Grant work(String process) {
        return new Grant(Resources.PROCESS_DEFINITION, process, List.of(ProcessDefinitionPermissions.TASK_WORK));
    }

    private static Grant everything(Resource resource) {
        return new Grant(resource, ALL, List.of(Permissions.ALL));
    }
}
