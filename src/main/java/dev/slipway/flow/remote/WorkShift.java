package dev.slipway.flow.remote;

import dev.slipway.deployment.spi.Leavings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.client.ExternalTaskClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One life of an agent: it greets, works with as many hands as it has, and leaves when it is asked to, by a signal or by Slipway. */
final class WorkShift {

    private static final Logger LOG = LoggerFactory.getLogger(WorkShift.class);
    private static final long PATIENCE = 20_000;
    private static final long LONGEST_PAUSE = 2000;

    private final String session = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicBoolean leaving = new AtomicBoolean();
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<ExternalTaskClient> hands = new ArrayList<>();
    private final AgentOptions options;
    private final Wire wire;
    private final Store store;
    private final Leavings leavings;
    private final Map<String, Craft> crafts;

    WorkShift(AgentOptions options, Wire wire, Store store, Leavings leavings, Map<String, Craft> crafts) {
        this.options = options;
        this.wire = wire;
        this.store = store;
        this.leavings = leavings;
        this.crafts = crafts;
    }

    void work() {
        if (!isWelcome()) {
            System.exit(1);
        }
        leavings.sweep();
        var clock = Executors.newScheduledThreadPool(options.places() + 1, WorkShift::quiet);
        var beat = options.beat().toMillis();
        clock.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        for (var hand = 1; hand <= options.places(); hand++) {
            hands.add(open(hand, clock));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::leaveAndWait, "slipway-agent-leaves"));
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        clock.shutdownNow();
    }

    /** Waits until Slipway is there; a no that time cannot cure ends it. */
    private boolean isWelcome() {
        while (true) {
            try {
                wire.post("/heartbeat", greeting());
                return true;
            } catch (Refusal refused) {
                LOG.error("Slipway refuses this agent: {}", refused.getMessage());
                if (!refused.mayPass()) {
                    return false;
                }
            } catch (IOException silence) {
                LOG.warn("Slipway does not answer at {}; trying again: {}", options.server(), silence.toString());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
            pause();
        }
    }

    private ExternalTaskClient open(int number, ScheduledExecutorService clock) {
        var worker = options.name() + "/" + session + "/" + number;
        var client = ExternalTaskClient.create()
                .baseUrl(options.door())
                .workerId(worker)
                .maxTasks(1)
                .lockDuration(options.lock().toMillis())
                .asyncResponseTimeout(PATIENCE)
                .backoffStrategy(new Pauses())
                .addInterceptor(request -> request.addHeader("Authorization", "Bearer " + options.token()))
                .build();
        var hand = new Hand(worker, crafts, wire, store, leavings, options.lock(), clock);
        options.topics().forEach(topic -> client.subscribe(topic).handler(hand).open());
        return client;
    }

    private void beat() {
        try {
            if (wire.post("/heartbeat", greeting()).path("leave").asBoolean() && !leaving.get()) {
                LOG.info("Slipway asks this agent to leave");
                new Thread(this::leave, "slipway-agent-leaves").start();
            }
        } catch (Refusal refused) {
            LOG.error("Slipway no longer knows this agent: {}", refused.getMessage());
            new Thread(this::leave, "slipway-agent-leaves").start();
        } catch (IOException silence) {
            LOG.warn("Slipway does not answer; going on: {}", silence.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn("Saying that this agent is there failed; trying again", failure);
        }
    }

    /** Takes nothing new, finishes what is begun, and says goodbye. */
    private void leave() {
        if (!leaving.compareAndSet(false, true)) {
            return;
        }
        var waiting = hands.stream().map(hand -> new Thread(hand::stop)).toList();
        waiting.forEach(Thread::start);
        try {
            wire.post("/heartbeat", greeting());
            for (var thread : waiting) {
                thread.join();
            }
            wire.post("/goodbye", greeting());
            LOG.info("{} has left", options.name());
        } catch (IOException unheard) {
            LOG.warn("Nobody has heard the goodbye: {}", unheard.getMessage());
            waiting.forEach(WorkShift::join);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        over.countDown();
    }

    /** Whoever ends the program while it leaves already waits for that. */
    private void leaveAndWait() {
        leave();
        try {
            over.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> greeting() {
        var version = WorkShift.class.getPackage().getImplementationVersion();
        var greeting = new LinkedHashMap<String, Object>();
        greeting.put("name", options.name());
        greeting.put("session", session);
        greeting.put("labels", options.labels());
        greeting.put("topics", options.topics());
        greeting.put("version", version == null ? "development" : version);
        greeting.put("host", AgentOptions.machine() + ":" + options.folder());
        greeting.put("draining", leaving.get());
        return greeting;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            Thread.sleep(LONGEST_PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread quiet(Runnable work) {
        var thread = new Thread(work, "slipway-agent");
        thread.setDaemon(true);
        return thread;
    }
}
