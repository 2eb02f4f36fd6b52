package dev.slipway.flow.identity;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets one filter mean "mine" for everybody. The usual way is an expression in the stored filter, and stored expressions are switched off; so the
 * person is filled in when the filter is used.
 */
class PersonalFilters extends FilterServiceImpl {

    /** No id looks like this. */
    private static final String NOBODY = " ";

    private final Map<String, Scope> scopes = new ConcurrentHashMap<>();
    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<CamundaDirectory> directory;

    PersonalFilters(ObjectProvider<IdentityService> identity, ObjectProvider<CamundaDirectory> directory) {
        this.identity = identity;
        this.directory = directory;
    }

    void scope(String filter, Scope scope) {
        scopes.put(filter, scope);
    }

    @Override
    public <T> List<T> list(String filter) {
        return list(filter, (Query<?, T>) null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> list(String filter, @Nullable Q narrower) {
        return super.list(filter, (Q) narrowed(filter, narrower));
    }

    @Override
    public <T> List<T> listPage(String filter, int first, int most) {
        return listPage(filter, (Query<?, T>) null, first, most);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> List<T> listPage(String filter, @Nullable Q narrower, int first, int most) {
        return super.listPage(filter, (Q) narrowed(filter, narrower), first, most);
    }

    @Override
    public <T> T singleResult(String filter) {
        return singleResult(filter, (Query<?, T>) null);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T, Q extends Query<?, T>> T singleResult(String filter, @Nullable Q narrower) {
        return super.singleResult(filter, (Q) narrowed(filter, narrower));
    }

    @Override
    public Long count(String filter) {
        return count(filter, null);
    }

    @Override
    public Long count(String filter, @Nullable Query<?, ?> narrower) {
        return super.count(filter, narrowed(filter, narrower));
    }

    private @Nullable Query<?, ?> narrowed(String filter, @Nullable Query<?, ?> narrower) {
        var scope = scopes.get(filter);
        if (scope == null || narrower != null && !(narrower instanceof TaskQuery)) {
            return narrower;
        }
        var query = narrower == null ? new TaskQueryImpl(commandExecutor) : (TaskQuery) narrower;
        var signedIn = identity.getObject().getCurrentAuthentication();
        var person = new PersonId(signedIn == null ? NOBODY : signedIn.getUserId());
        return switch (scope) {
            case MINE -> query.taskAssignee(person.value());
            case MY_GROUPS ->
                query.or()
                        .taskCandidateUser(person.value())
                        .taskCandidateGroupIn(groupsOf(person))
                        .endOr()
                        .taskUnassigned();
        };
    }

    private List<String> groupsOf(PersonId person) {
        var groups = directory.getObject().groupsOf(person);
        return groups.isEmpty()
                ? List.of(NOBODY)
                : groups.stream().map(GroupId::value).toList();
    }

    /** Whose tasks a filter shows. */
    enum Scope {
        /** Those that the person has claimed or was given. */
        MINE,
        /** Those that any member of the person's groups may claim, or the person by name. */
        MY_GROUPS
    }
}
