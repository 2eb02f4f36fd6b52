package dev.slipway.flow.waiting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Wakes the job executor of this node when the next timer is due, instead of leaving it to look by chance. Timers that were set here are known at once; those
 * of other nodes, and those from before a restart, are found by looking regularly.
 */
@Component
class Alarm implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    /** A timer is due when its millisecond has begun. */
    private static final Duration AFTER = Duration.ofMillis(2);

    private final ObjectProvider<ProcessEngine> engine;
    private final Clock clock;
    private @Nullable ScheduledThreadPoolExecutor watch;
    private @Nullable Future<?> set;
    private Instant next = Instant.MAX;

    Alarm(ObjectProvider<ProcessEngine> engine, Clock clock) {
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        var started = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "slipway-alarm");
            thread.setDaemon(true);
            return thread;
        });
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        started.setRemoveOnCancelPolicy(true);
        started.scheduleWithFixedDelay(this::look, 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        watch = started;
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    /** Rings at that time, or earlier where another timer is due before. */
    synchronized void set(Instant due) {
        if (watch == null || !due.isBefore(next)) {
            return;
        }
        if (set != null) {
            set.cancel(false);
        }
        var delay =
                Math.max(0, Duration.between(clock.instant(), due.plus(AFTER)).toMillis());
        try {
            set = watch.schedule(this::ring, delay, TimeUnit.MILLISECONDS);
            next = due;
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nobody is woken any more: this node stops");
        }
    }

    private void ring() {
        synchronized (this) {
            next = Instant.MAX;
        }
        jobs().jobWasAdded();
        look();
    }

    private void look() {
        try {
            if (jobs().isActive()) {
                engine.getObject()
                        .getManagementService()
                        .createJobQuery()
                        .active()
                        .withRetriesLeft()
                        .duedateHigherThan(Date.from(clock.instant()))
                        .orderByJobDuedate()
                        .asc()
                        .listPage(0, 1)
                        .forEach(job -> set(job.getDuedate().toInstant()));
            }
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-2021: the next timer could not be found; trying again", failure);
        }
    }

    private JobExecutor jobs() {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration()).getJobExecutor();
    }
}
