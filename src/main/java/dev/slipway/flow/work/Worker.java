package dev.slipway.flow.work;

import dev.slipway.flow.life.Cancellations;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Does the work steps on this node: at once where they arise here, within the poll time where they were left by others. */
@Component
public class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final int AT_ONCE = 10;

    private final Errands errands;
    private final Cancellations cancellations;
    private final Bell bell;
    private final WorkerProperties settings;
    private final Semaphore places;
    private final Set<Errand> paused = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Crew crew;

    Worker(Errands errands, Cancellations cancellations, Bell bell, WorkerProperties settings) {
        this.errands = errands;
        this.cancellations = cancellations;
        this.bell = bell;
        this.settings = settings;
        this.places = new Semaphore(settings.concurrency());
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    public boolean isRunning() {
        return crew != null;
    }

    @Override
    public void start() {
        var hired = new Crew(
                Executors.newCachedThreadPool(named("slipway-work")),
                clock(),
                named("slipway-worker").newThread(this::lookForWork));
        crew = hired;
        var renewal = settings.renewal().toMillis();
        hired.clock.scheduleWithFixedDelay(this::renew, renewal, renewal, TimeUnit.MILLISECONDS);
        hired.clock.scheduleWithFixedDelay(this::sweep, 0, settings.poll().toMillis(), TimeUnit.MILLISECONDS);
        hired.dispatcher.start();
    }

    /** Takes no more work, waits for what is under way, and leaves the rest to others. */
    @Override
    public void stop() {
        var leaving = crew;
        if (leaving == null) {
            return;
        }
        crew = null;
        bell.ring();
        try {
            leaving.dispatcher.join(settings.drain().toMillis());
            leaving.hands.shutdown();
            if (!leaving.hands.awaitTermination(settings.drain().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Some work goes on without this node; whoever comes next takes it up");
            }
        } catch (InterruptedException hurry) {
            leaving.hands.shutdown();
            Thread.currentThread().interrupt();
        }
        leaving.clock.shutdown();
        paused.forEach(errands::giveBack);
        paused.clear();
    }

    /** Does everything that can be done now, on the calling thread, and returns how many steps have ended. What pauses goes on with the next call. */
    public int workOff() {
        var ended = 0;
        var due = new ArrayDeque<>(paused);
        paused.clear();
        due.addAll(errands.take(AT_ONCE));
        while (!due.isEmpty()) {
            var errand = due.remove();
            if (errands.perform(errand).isPresent()) {
                paused.add(errand);
            } else {
                ended++;
            }
            if (due.isEmpty()) {
                due.addAll(errands.take(AT_ONCE));
            }
        }
        return ended;
    }

    private void lookForWork() {
        while (isRunning()) {
            try {
                if (!takeSome()) {
                    bell.await(settings.poll());
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("SLIP-2011: looking for work failed; trying again", failure);
                sleep(settings.poll());
            }
        }
    }

    private boolean takeSome() {
        var free = places.drainPermits();
        var taken = List.<Errand>of();
        try {
            taken = free == 0 ? taken : errands.take(free);
        } finally {
            places.release(free - taken.size());
        }
        taken.forEach(errand -> hand(() -> perform(errand)));
        return !taken.isEmpty();
    }

    private void hand(Runnable work) {
        var present = crew;
        if (present != null) {
            present.hands.execute(work);
        }
    }

    /** Has a place already, and leaves it at the end. */
    private void perform(Errand errand) {
        try {
            errands.perform(errand).ifPresent(pause -> resume(errand, pause));
        } catch (RuntimeException failure) {
            LOG.error(
                    "SLIP-2012: {} of {} was left in the middle; it is taken up again when its lock has run out",
                    errand.visit().step(),
                    errand.visit().release(),
                    failure);
        } finally {
            places.release();
            bell.ring();
        }
    }

    private void resume(Errand errand, Duration pause) {
        paused.add(errand);
        var present = crew;
        if (present != null) {
            present.clock.schedule(() -> again(errand), pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void again(Errand errand) {
        hand(() -> {
            places.acquireUninterruptibly();
            if (paused.remove(errand)) {
                perform(errand);
            } else {
                places.release();
            }
        });
    }

    private void renew() {
        try {
            errands.renew();
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-2013: locks could not be renewed; trying again", failure);
        }
    }

    private void sweep() {
        try {
            cancellations.sweep();
        } catch (RuntimeException failure) {
            LOG.warn("SLIP-2014: releases could not be called off; trying again", failure);
        }
    }

    private static ScheduledExecutorService clock() {
        var clock = new ScheduledThreadPoolExecutor(1, named("slipway-work-clock"));
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return clock;
    }

    private static ThreadFactory named(String name) {
        return work -> {
            var thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Crew(ExecutorService hands, ScheduledExecutorService clock, Thread dispatcher) {}
}
