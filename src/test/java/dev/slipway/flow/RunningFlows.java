package dev.slipway.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.flow.work.Worker;
import dev.slipway.identity.Acting;
import dev.slipway.identity.GroupId;
import dev.slipway.identity.People;
import dev.slipway.identity.Person;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Journal;
import dev.slipway.quality.Quality;
import dev.slipway.release.Opening;
import dev.slipway.release.Plan;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves flows by hand: jobs and work on this thread, tasks in the name of people. */
final class RunningFlows {

    private static final Map<String, List<String>> PEOPLE = Map.of(
            "rita", List.of("release-managers"),
            "dora", List.of("developers"),
            "dan", List.of("developers"),
            "quinn", List.of("qa"),
            "olga", List.of("operations"),
            "oscar", List.of("operations"),
            "pia", List.of("product-owners"),
            "sam", List.of("security"),
            "carl", List.of("cab"),
            "cleo", List.of("cab"));

    final ProcessEngine engine;
    private final ApplicationContext context;

    private RunningFlows(ApplicationContext context) {
        this.context = context;
        this.engine = context.getBean(ProcessEngine.class);
    }

    static RunningFlows in(ApplicationContext context) {
        var flows = new RunningFlows(context);
        PEOPLE.forEach((id, groups) -> flows.as(Actor.SYSTEM, () -> {
            var person = new Person(new PersonId(id), id + " Test", id + "@example.com");
            var known = groups.stream().map(GroupId::new).collect(toSet());
            context.getBean(Accounts.class).ensure(person, "secret-" + id, known);
            return id;
        }));
        return flows;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    <T> T as(Actor actor, Supplier<T> work) {
        return bean(Acting.class).as(actor, work);
    }

    void apply(TestProduct product) {
        var applying = as(Actor.SYSTEM, () -> bean(Catalog.class).apply(product.catalog()));
        assertThat(applying).isInstanceOf(Applying.Applied.class);
    }

    /** Opens a release in Rita's name. */
    ReleaseId open(Plan plan) {
        var opening = as(Actor.person("rita"), () -> bean(Releases.class).open(plan, ""));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).release().id();
    }

    Release release(ReleaseId id) {
        return bean(Releases.class).find(id).orElseThrow();
    }

    ProcessInstance of(ReleaseId id) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .list()
                .stream()
                .filter(instance -> instance.getId().equals(instance.getRootProcessInstanceId()))
                .findFirst()
                .orElseThrow();
    }

    List<ProcessInstance> all(ReleaseId id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.value())
                .list();
    }

    /** Runs jobs and work until nothing moves without a person or the time. */
    void go(ReleaseId id) {
        do {
            while (runJobs(id)) {}
        } while (bean(Worker.class).workOff() > 0 || !due(id).isEmpty());
    }

    private boolean runJobs(ReleaseId id) {
        var due = due(id);
        due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        return !due.isEmpty();
    }

    private List<Job> due(ReleaseId id) {
        return jobs(id).filter(job -> job.getDuedate() == null && job.getRetries() > 0 && !job.isSuspended())
                .limit(1)
                .toList();
    }

    Stream<Job> jobs(ReleaseId id) {
        return all(id).stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream());
    }

    /** Lets a timer of this element fire. */
    void fire(ReleaseId id, String activity) {
        fireOnly(id, activity);
        go(id);
    }

    /** The timer fires, and what comes after it does not happen yet. */
    void fireOnly(ReleaseId id, String activity) {
        var timer = jobs(id).filter(job -> job.getDuedate() != null)
                .filter(job -> engine.getManagementService()
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job.getJobDefinitionId())
                        .singleResult()
                        .getActivityId()
                        .equals(activity))
                .findFirst()
                .orElseThrow();
        engine.getManagementService().executeJob(timer.getId());
    }

    void jobsOnly(ReleaseId id) {
        while (runJobs(id)) {}
    }

    /** Has every watch that is under way begun long ago. */
    void letTheWatchPass(ReleaseId id) {
        watchBegunLongAgo(id);
        go(id);
    }

    void watchBegunLongAgo(ReleaseId id) {
        bean(JdbcClient.class)
                .sql("update flow_visit set started_at = started_at - interval '1' hour where release_id = :release")
                .param("release", id.value())
                .update();
    }

    List<Task> tasks(ReleaseId id) {
        return all(id).stream()
                .flatMap(instance ->
                        engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    Task task(ReleaseId id, String activity) {
        return tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(activity))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + activity + " but "
                        + tasks(id).stream().map(Task::getTaskDefinitionKey).toList()));
    }

    /** Completes a task in a person's name as Tasklist does, then goes on. */
    void complete(ReleaseId id, String activity, String person, Object... fields) {
        complete(task(id, activity), person, fields);
        go(id);
    }

    void complete(Task task, String person, Object... fields) {
        var values = new HashMap<String, Object>();
        for (var at = 0; at < fields.length; at += 2) {
            values.put((String) fields[at], fields[at + 1]);
        }
        signedIn(person, () -> {
            engine.getTaskService().complete(task.getId(), Variables.fromMap(values));
            return task;
        });
    }

    <T> T signedIn(String person, Supplier<T> work) {
        var groups = bean(People.class).groupsOf(new PersonId(person)).stream()
                .map(GroupId::value)
                .toList();
        engine.getIdentityService().setAuthentication(person, groups);
        try {
            return as(Actor.person(person), work);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    void vote(ReleaseId id, String person, String decision) {
        var seat = tasks(id).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Activity_Decide"))
                .filter(task -> mayTake(task, person))
                .findFirst()
                .orElseThrow();
        complete(seat, person, "decision", decision, "comment", "by " + person);
        go(id);
    }

    private boolean mayTake(Task task, String person) {
        var groups = bean(People.class).groupsOf(new PersonId(person)).stream()
                .map(GroupId::value)
                .toList();
        return person.equals(task.getAssignee())
                || engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> groups.contains(String.valueOf(link.getGroupId())));
    }

    List<Waiting> waiting(ReleaseId id) {
        return bean(Flows.class).waiting(Set.of(id)).getOrDefault(id, List.of());
    }

    /** Why nothing moves, for a test that expected it to. */
    String explain(ReleaseId id) {
        return release(id) + "\n" + waiting(id) + "\n" + bean(Quality.class).gates(id) + "\n"
                + bean(Journal.class).read(id.value(), 0, 100).stream()
                        .map(entry -> entry.act() + " " + entry.payload() + "\n")
                        .toList()
                + jobs(id).map(job -> job.getId() + " " + job.getRetries() + " " + job.getExceptionMessage())
                        .toList();
    }

    void expect(ReleaseId id, State state) {
        assertThat(release(id).state()).as(() -> explain(id)).isEqualTo(state);
        assertThat(all(id)).isEmpty();
        assertThat(waiting(id)).isEmpty();
    }
}
