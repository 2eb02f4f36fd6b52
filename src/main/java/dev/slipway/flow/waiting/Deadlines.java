package dev.slipway.flow.waiting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/** A timer on the border of a task or a step says until when that can wait, unless the task has a due date of its own. */
final class Deadlines {

    private final List<CachedDbEntity> unit;
    private final WaitingBuffer buffer;

    Deadlines(List<CachedDbEntity> unit, WaitingBuffer buffer) {
        this.unit = unit;
        this.buffer = buffer;
    }

    void apply() {
        entered(TimerEntity.class)
                .filter(timer -> !WaitingRows.isCatching(timer))
                .forEach(timer -> {
                    entered(TaskEntity.class)
                            .filter(task -> task.getDueDate() == null && isWithin(timer, task.getExecution()))
                            .forEach(task -> limit(task.getId(), timer));
                    entered(ExternalTaskEntity.class)
                            .filter(work -> isWithin(timer, work.getExecution()))
                            .forEach(work -> limit(work.getId(), timer));
                });
    }

    private void limit(String id, TimerEntity timer) {
        buffer.changes()
                .change(new WaitingRow.Change(id, null, null, timer.getDuedate().toInstant()));
    }

    /** The timer's scope is the task itself or, where the task has several instances, the body around them. */
    private static boolean isWithin(TimerEntity timer, ExecutionEntity execution) {
        return execution != null
                && (Objects.equals(execution.getId(), timer.getExecutionId())
                        || Objects.equals(execution.getParentId(), timer.getExecutionId())
                                && !isEventSubProcess(timer));
    }

    private static boolean isEventSubProcess(TimerEntity timer) {
        return "timer-start-event-subprocess".equals(timer.getJobHandlerType());
    }

    private <T> Stream<T> entered(Class<T> type) {
        return unit.stream()
                .filter(cached -> cached.getEntityState() == DbEntityState.TRANSIENT)
                .map(CachedDbEntity::getEntity)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
