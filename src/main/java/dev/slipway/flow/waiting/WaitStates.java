package dev.slipway.flow.waiting;

import java.util.List;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.stereotype.Component;

/**
 * Reads from the engine's unit of work which wait states it enters, changes and leaves. Whatever way an instance moves (a completion, an interruption, a
 * modification, a deletion), it shows here, and nothing has to be added to models.
 */
@Component
class WaitStates implements CommandContextListener {

    private final WaitingBuffer buffer;

    WaitStates(WaitingBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public void onCommandContextClose(CommandContext context) {
        var unit = List.copyOf(context.getDbEntityManager().getDbEntityCache().getCachedEntities());
        unit.stream()
                .filter(cached -> is(cached, DbEntityState.TRANSIENT))
                .forEach(cached -> enter(cached.getEntity()));
        unit.stream().filter(WaitStates::isChanged).forEach(cached -> change(cached.getEntity(), unit));
        unit.stream().filter(WaitStates::isDeleted).forEach(cached -> leave(cached.getEntity()));
        unit.stream().filter(cached -> !is(cached, DbEntityState.PERSISTENT)).forEach(this::relink);
        new Deadlines(unit, buffer).apply();
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable failure) {
        // Nothing was entered: the transaction is rolled back, and the buffer with it.
    }

    private void enter(DbEntity entity) {
        if (entity instanceof TaskEntity task) {
            WaitingRows.of(task).ifPresent(row -> buffer.changes().enter(row));
        } else if (entity instanceof ExternalTaskEntity work) {
            WaitingRows.of(work).ifPresent(row -> buffer.changes().enter(row));
        } else if (entity instanceof EventSubscriptionEntity subscription) {
            WaitingRows.of(subscription).ifPresent(row -> buffer.changes().enter(row));
        } else if (entity instanceof TimerEntity timer) {
            buffer.changes().due(timer.getDuedate());
            WaitingRows.of(timer).ifPresent(row -> buffer.changes().enter(row));
        } else if (entity instanceof IncidentEntity incident) {
            WaitingRows.of(incident).ifPresent(row -> buffer.changes().enter(row));
        }
    }

    private void change(DbEntity entity, List<CachedDbEntity> unit) {
        if (entity instanceof JobEntity job) {
            buffer.changes().due(job.getDuedate());
        }
        if (entity instanceof TaskEntity task) {
            buffer.changes().change(WaitingRows.change(task));
        } else if (entity instanceof ExternalTaskEntity work
                && Failures.in(unit).contains(work.getId())) {
            buffer.changes().change(Failures.change(work));
        } else if (entity instanceof TimerEntity timer && WaitingRows.isCatching(timer)) {
            buffer.changes()
                    .change(new WaitingRow.Change(
                            timer.getId(), null, null, timer.getDuedate().toInstant()));
        } else if (entity instanceof JobEntity job && Failures.in(unit).contains(job.getId())) {
            Failures.row(job).ifPresent(row -> buffer.changes().replace(row));
        }
    }

    private void leave(DbEntity entity) {
        if (entity instanceof TaskEntity
                || entity instanceof ExternalTaskEntity
                || entity instanceof EventSubscriptionEntity
                || entity instanceof IncidentEntity
                || entity instanceof TimerEntity
                || entity instanceof JobEntity job && job.getExceptionMessage() != null) {
            buffer.changes().leave(entity.getId());
        }
    }

    /** Somebody was made a candidate of a task, or is one no longer. */
    private void relink(CachedDbEntity cached) {
        if (cached.getEntity() instanceof IdentityLinkEntity link && link.getTaskId() != null) {
            var task = link.getTask();
            if (task != null && task.getExecutionId() != null && !isDeleted(task)) {
                buffer.changes().change(WaitingRows.change(task));
            }
        }
    }

    private static boolean isDeleted(TaskEntity task) {
        return task.isDeleted();
    }

    private static boolean isChanged(CachedDbEntity cached) {
        return (is(cached, DbEntityState.PERSISTENT) || is(cached, DbEntityState.MERGED)) && cached.isDirty();
    }

    private static boolean isDeleted(CachedDbEntity cached) {
        return is(cached, DbEntityState.DELETED_PERSISTENT) || is(cached, DbEntityState.DELETED_MERGED);
    }

    private static boolean is(CachedDbEntity cached, DbEntityState state) {
        return cached.getEntityState() == state;
    }
}
