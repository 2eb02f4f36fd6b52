package dev.slipway.flow.identity;

import dev.slipway.flow.identity.PersonalFilters.Scope;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The filters that everybody finds in Tasklist. */
@Component
public class SharedFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final PersonalFilters personal;

    SharedFilters(
            FilterService filters, TaskService tasks, AuthorizationService authorizations, IdentitySettings settings) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.personal = settings.filters();
    }

    /** Makes those that are missing. Safe to repeat. */
    public void refresh() {
        ensure("My groups' tasks", "What my groups are asked and nobody has claimed", 1, Scope.MY_GROUPS);
        ensure("My tasks", "What I have claimed or was given", 2, Scope.MINE);
        ensure("All tasks", "Everything that waits for a person", 3, null);
    }

    private void ensure(String name, String description, int priority, @Nullable Scope scope) {
        var present = filters.createTaskFilterQuery().filterName(name).listPage(0, 1);
        var filter = present.isEmpty() ? create(name, description, priority) : present.get(0);
        if (scope != null) {
            personal.scope(filter.getId(), scope);
        }
    }

    private Filter create(String name, String description, int priority) {
        var filter = filters.newTaskFilter(name)
                .setQuery(tasks.createTaskQuery())
                .setProperties(Map.of(
                        "description",
                        description,
                        "priority",
                        priority,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false));
        filters.saveFilter(filter);
        var everybody = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        authorizations.saveAuthorization(everybody);
        return filter;
    }
}
