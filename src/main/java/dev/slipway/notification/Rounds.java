package dev.slipway.notification;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has the postman go his rounds: regularly, and at once when something was queued on this node. */
@Component
class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final Postman postman;
    private final NotificationProperties settings;
    private @Nullable ScheduledThreadPoolExecutor thread;

    Rounds(Postman postman, NotificationProperties settings) {
        this.postman = postman;
        this.settings = settings;
    }

    /** Without a mail server there is one round, for what an earlier configuration has left. */
    @Override
    public synchronized void start() {
        var started = new ScheduledThreadPoolExecutor(1, work -> {
            var daemon = new Thread(work, "slipway-postman");
            daemon.setDaemon(true);
            return daemon;
        });
        started.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        if (postman.hasServer()) {
            var pause = settings.poll().toMillis();
            started.scheduleWithFixedDelay(this::round, pause, pause, TimeUnit.MILLISECONDS);
        } else {
            started.execute(this::round);
        }
        thread = started;
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Called inside the transaction that queues something. */
    void afterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                now();
            }
        });
    }

    private synchronized void now() {
        try {
            if (thread != null) {
                thread.execute(this::round);
            }
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nothing is sent any more: this node stops");
        }
    }

    private void round() {
        try {
            postman.round();
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-3102: queued mails could not be looked at; trying again", failure);
        }
    }
}
