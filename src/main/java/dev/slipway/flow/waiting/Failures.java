package dev.slipway.flow.waiting;

import dev.slipway.flow.Waiting;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricExternalTaskLogEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricJobLogEvent;
import org.camunda.bpm.engine.impl.persistence.entity.ExternalTaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/** Steps that failed and will be tried again by themselves. */
final class Failures {

    private static final String AGAIN = " failed and will be tried again";

    private Failures() {}

    /** The ids of jobs and external tasks that have failed in this unit of work. */
    static Set<String> in(Collection<CachedDbEntity> unit) {
        var failed = new HashSet<String>();
        for (var cached : unit) {
            if (cached.getEntity() instanceof HistoricExternalTaskLogEntity log && log.isFailureLog()) {
                failed.add(log.getExternalTaskId());
            } else if (cached.getEntity() instanceof HistoricJobLogEvent log && log.isFailureLog()) {
                failed.add(log.getJobId());
            }
        }
        return failed;
    }

    static WaitingRow.Change change(ExternalTaskEntity work) {
        return new WaitingRow.Change(
                work.getId(),
                name(work) + AGAIN + ": " + work.getErrorMessage(),
                null,
                work.getLockExpirationTime().toInstant());
    }

    static Optional<WaitingRow> row(JobEntity job) {
        if (job.getRetries() == 0) {
            return Optional.empty();
        }
        return WaitingRows.row(
                job.getId(),
                job.getExecution(),
                job.getActivityId(),
                at -> new Waiting(
                        at.release(),
                        job.getExecutionId(),
                        Waiting.Kind.WORK,
                        at.model(),
                        at.activity(),
                        at.name() + AGAIN + ": " + job.getExceptionMessage(),
                        "time",
                        job.getCreateTime().toInstant(),
                        job.getDuedate() == null ? null : job.getDuedate().toInstant(),
                        null));
    }

    private static Object name(ExternalTaskEntity work) {
        return work.getExecution()
                .getProcessDefinition()
                .findActivity(work.getActivityId())
                .getProperty("name");
    }
}
