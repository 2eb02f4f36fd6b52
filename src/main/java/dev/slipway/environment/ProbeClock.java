package dev.slipway.environment;

import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few seconds which targets are due; when each is, the database knows. */
@Component
class ProbeClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ProbeClock.class);

    private final Probing probing;
    private final Acting acting;
    private final Duration pause;
    private final boolean probes;
    private @Nullable ScheduledExecutorService clock;

    ProbeClock(Probing probing, Acting acting, EnvironmentProperties properties) {
        this.probing = probing;
        this.acting = acting;
        this.pause = properties.probeLook();
        this.probes = properties.probes();
    }

    @Override
    public boolean isAutoStartup() {
        return probes;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "slipway-probe");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::look, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
        clock = started;
    }

    private void look() {
        try {
            acting.as(Actor.SYSTEM, probing::round);
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-2101: targets could not be asked; trying again", failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (clock != null) {
            clock.shutdown();
            clock = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
