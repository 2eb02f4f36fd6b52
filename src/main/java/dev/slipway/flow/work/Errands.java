package dev.slipway.flow.work;

import dev.slipway.agent.Orders;
import dev.slipway.catalog.Catalog;
import dev.slipway.deployment.WorkLog;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.flow.AsSystem;
import dev.slipway.flow.life.Cancellations;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The errands of this node: takes them from the engine, keeps them while they are worked on, and does them. */
@Component
class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    private final ExternalTaskService engine;
    private final Completion completion;
    private final VisitRepository visits;
    private final Cancellations cancellations;
    private final AsSystem asSystem;
    private final Orders orders;
    private final Catalog catalog;
    private final WorkLog log;
    private final WorkerProperties settings;
    private final Map<String, WorkStep> steps = new TreeMap<>();
    private final Map<String, Errand> underWay = new ConcurrentHashMap<>();

    Errands(
            ExternalTaskService engine,
            Completion completion,
            VisitRepository visits,
            Cancellations cancellations,
            AsSystem asSystem,
            Orders orders,
            Catalog catalog,
            WorkLog log,
            WorkerProperties settings,
            List<WorkStep> steps) {
        this.engine = engine;
        this.completion = completion;
        this.visits = visits;
        this.cancellations = cancellations;
        this.asSystem = asSystem;
        this.orders = orders;
        this.catalog = catalog;
        this.log = log;
        this.settings = settings;
        steps.forEach(step -> this.steps.put(step.topic(), step));
    }

    /** Takes what is there to do. An errand that comes back while it is still worked on here is not begun again. */
    List<Errand> take(int most) {
        return asSystem.call(() -> {
            var fetching = engine.fetchAndLock(most, completion.worker());
            for (var topic : steps.keySet()) {
                fetching = fetching.topic(topic, settings.lock().toMillis());
            }
            return accepted(fetching.execute());
        });
    }

    private List<Errand> accepted(List<LockedExternalTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        var stopping = cancellations.pending(
                tasks.stream().map(task -> new ReleaseId(task.getBusinessKey())).toList());
        var results = visits.results(
                tasks.stream().map(LockedExternalTask::getActivityInstanceId).toList());
        var accepted = new ArrayList<Errand>();
        for (var task : tasks) {
            var release = new ReleaseId(task.getBusinessKey());
            if (stopping.contains(release) && !isBegun(task, release)) {
                engine.unlock(task.getId());
                cancellations.deliver(release);
            } else if (!underWay.containsKey(task.getId())) {
                var errand = errand(task, release, results.get(task.getActivityInstanceId()));
                underWay.put(task.getId(), errand);
                accepted.add(errand);
            }
        }
        return accepted;
    }

    /** What a node that died had begun is brought to its end before the release is called off. */
    private boolean isBegun(LockedExternalTask task, ReleaseId release) {
        return log.visits(release).stream().anyMatch(visit -> visit.visit().equals(task.getActivityInstanceId()));
    }

    private Errand errand(LockedExternalTask task, ReleaseId release, @Nullable Result known) {
        var step = Objects.requireNonNull(steps.get(task.getTopicName()));
        var visit = new Visit(task.getActivityInstanceId(), release, step.topic(), log);
        return new Errand(task, step, visit, known);
    }

    /** Does an errand, or a part of it; answers with a pause where it goes on later. */
    Optional<Duration> perform(Errand errand) {
        var goesOn = false;
        try {
            var pause = asSystem.call(() -> attempt(errand));
            goesOn = pause.isPresent();
            return pause;
        } finally {
            if (!goesOn) {
                errand.end();
                underWay.remove(errand.id());
            }
        }
    }

    private Optional<Duration> attempt(Errand errand) {
        Result result;
        try {
            result = catalog.steadily(errand::work);
        } catch (NotYet elsewhere) {
            return await(errand, elsewhere.pause());
        } catch (Exception failure) {
            if (errand.isOver() || failure instanceof InterruptedException) {
                LOG.info(
                        "{} of {} was stopped before its end",
                        errand.visit().step(),
                        errand.visit().release());
                errand.end();
            } else {
                completion.fail(errand, failure);
            }
            return Optional.empty();
        }
        if (result instanceof Result.Later later && !errand.isOver()) {
            return Optional.of(later.pause());
        }
        completion.finish(errand, result);
        return Optional.empty();
    }

    /** Others work on it. What they have not begun is not begun any more where the release is to be called off. */
    private Optional<Duration> await(Errand errand, Duration pause) {
        var visit = errand.visit();
        if (errand.isOver()) {
            return Optional.empty();
        }
        if (!cancellations.pending(List.of(visit.release())).isEmpty()) {
            orders.withdraw(List.of(visit.id()), "the release was called off before an agent had begun");
        }
        return Optional.of(pause);
    }

    /** Says of everything that is under way that this node is still there. */
    void renew() {
        asSystem.run(() -> underWay.values().forEach(this::renew));
    }

    private void renew(Errand errand) {
        synchronized (errand) {
            if (errand.isOver()) {
                return;
            }
            try {
                engine.extendLock(
                        errand.id(), completion.worker(), settings.lock().toMillis());
            } catch (SuspendedEntityInteractionException held) {
                LOG.debug(
                        "{} is on hold; {} goes on",
                        errand.visit().release(),
                        errand.visit().step());
            } catch (RuntimeException lost) {
                LOG.warn(
                        "{} of {} is no longer ours: {}",
                        errand.visit().step(),
                        errand.visit().release(),
                        lost.getMessage());
                errand.end();
            }
        }
    }

    /** Leaves an errand that is only paused to whoever comes next. */
    void giveBack(Errand errand) {
        underWay.remove(errand.id());
        errand.end();
        asSystem.run(() -> engine.unlock(errand.id()));
    }
}
