package dev.slipway.flow.door;

import java.util.Set;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** What sort of act a command of the engine is when a person sends it. What is not listed is closed. */
enum Passage {
    /** Changes nothing. */
    READ,
    /** Ends a user task: complete, submit. */
    COMPLETE,
    /** Takes a task or gives it back. */
    CLAIM,
    /** Says something about a task that decides nothing. */
    COMMENT,
    /** Stores a filter of Tasklist. */
    FILTER,
    /** Changes people, groups and what the engine's applications show them. */
    DIRECTORY,
    /** Compares a password with what is stored. */
    PASSWORD,
    /** Slipway itself does that, or nobody. */
    CLOSED;

    private static final Set<String> READING = Set.of(
            "AuthorizationCheckCmd",
            "CreateGroupQueryCmd",
            "CreateNativeUserQueryCmd",
            "CreateTenantQueryCmd",
            "CreateUserQueryCmd",
            "DetermineHistoryLevelCmd",
            "ExecuteFilterCountCmd",
            "ExecuteFilterListCmd",
            "ExecuteFilterListPageCmd",
            "ExecuteFilterSingleResultCmd",
            "FindActiveActivityIdsCmd",
            "ExecuteDurationCmd",
            "ExecuteDurationReportCmd",
            "FindHistoryCleanupJobsCmd",
            "GetTaskVariableCmdTyped",
            "HistoricTaskInstanceCountByNameCmd",
            "HistoricTaskInstanceCountByProcessDefinitionKey",
            "IsIdentityServiceReadOnlyCmd",
            "IsTelemetryEnabledCmd",
            "MetricsQueryImpl",
            "MetricsQueryIntervalCmd",
            "MetricsQuerySumCmd",
            "TaskCountByCandidateGroupCmd");

    /** Commands that hand out an object which is saved by a command of its own. */
    private static final Set<String> PREPARING = Set.of(
            "CreateAuthorizationCommand", "CreateFilterCmd", "CreateGroupCmd", "CreateUserCmd", "CreateTenantCmd");

    private static final Set<String> DIRECTORY_CHANGES = Set.of(
            "SaveUserCmd",
            "DeleteUserCmd",
            "UnlockUserCmd",
            "SaveGroupCmd",
            "DeleteGroupCmd",
            "CreateMembershipCmd",
            "DeleteMembershipCmd",
            "SaveAuthorizationCmd",
            "DeleteAuthorizationCmd");

    /** Begins with {@code Get}, yet writes. */
    private static final Set<String> WRITING = Set.of("GetNextIdBlockCmd");

    static Passage of(Command<?> command) {
        return command instanceof AbstractQuery ? READ : of(command.getClass());
    }

    static Passage of(Class<?> command) {
        var name = command.getSimpleName();
        if (!command.getName().startsWith("org.camunda.bpm.engine.impl.") || WRITING.contains(name)) {
            return CLOSED;
        }
        if (AbstractQuery.class.isAssignableFrom(command)
                || READING.contains(name)
                || PREPARING.contains(name)
                || name.matches("Get\\w+Cmd")) {
            return READ;
        }
        if (DIRECTORY_CHANGES.contains(name)) {
            return DIRECTORY;
        }
        return switch (name) {
            case "CompleteTaskCmd", "SubmitTaskFormCmd" -> COMPLETE;
            case "ClaimTaskCmd", "AssignTaskCmd" -> CLAIM;
            case "AddCommentCmd" -> COMMENT;
            case "SaveFilterCmd", "DeleteFilterCmd" -> FILTER;
            case "CheckPassword" -> PASSWORD;
            default -> CLOSED;
        };
    }
}
