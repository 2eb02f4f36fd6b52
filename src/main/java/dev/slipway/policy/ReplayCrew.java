package dev.slipway.policy;

import dev.slipway.identity.Acting;
import dev.slipway.policy.Replay.Stage;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries replays out: one thread reads decisions in the order they were made, and as many as there are processors hold them against the table. */
@Component
class ReplayCrew implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayCrew.class);
    private static final int CHUNK = 1_000;

    private final EvaluationRows evaluations;
    private final ReplaySettings settings;
    private final Acting acting;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int hands = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final ExecutorService reader = Executors.newSingleThreadExecutor(ReplayCrew::thread);

    ReplayCrew(
            EvaluationRows evaluations,
            ReplaySettings settings,
            Acting acting,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.evaluations = evaluations;
        this.settings = settings;
        this.acting = acting;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    void run(Replay replay, ReplayRun run, long last) {
        reader.execute(() -> {
            var crew = Executors.newFixedThreadPool(hands, ReplayCrew::thread);
            try {
                var broken = work(replay, run, last, crew);
                end(replay, broken.isEmpty() ? Stage.DONE : Stage.STOPPED, broken);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                replay.end(Stage.STOPPED, "Slipway was stopped.", clock.instant());
            } catch (RuntimeException failure) {
                LOG.error("The replay {} of {} failed", replay.id(), replay.table(), failure);
                end(replay, Stage.STOPPED, "Something failed; the log says more under " + replay.id() + ".");
            } finally {
                crew.shutdownNow();
            }
        });
    }

    /** Returns why it was broken off; empty where it was not. */
    private String work(Replay replay, ReplayRun run, long last, ExecutorService crew) throws InterruptedException {
        var deadline = System.nanoTime() + settings.longest().toNanos();
        var failure = new AtomicReference<RuntimeException>();
        var waiting = 2 * hands;
        var room = new Semaphore(waiting);
        for (var after = 0L; ; ) {
            var decisions = evaluations.past(replay.table(), after, last, CHUNK);
            if (decisions.isEmpty()) {
                break;
            }
            after = decisions.get(decisions.size() - 1).id();
            if (!room.tryAcquire(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                return tooLong();
            }
            crew.execute(() -> {
                try {
                    run.look(decisions);
                } catch (RuntimeException failed) {
                    failure.compareAndSet(null, failed);
                } finally {
                    room.release();
                }
            });
        }
        if (!room.tryAcquire(waiting, Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS)) {
            return tooLong();
        }
        var failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        return "";
    }

    private String tooLong() {
        return "It took longer than " + settings.longest() + ", the most that slipway.replay.longest allows.";
    }

    private void end(Replay replay, Stage stage, String reason) {
        var counts = new LinkedHashMap<String, Object>(Map.of("decisions", replay.done(), "ended", word(stage)));
        replay.counts().forEach((difference, many) -> counts.put(word(difference), many));
        acting.as(replay.by(), () -> {
            transactions.executeWithoutResult(status -> events.publishEvent(
                    new PolicyEvent.Replayed(replay.table(), replay.file(), replay.digest(), counts)));
            return replay;
        });
        replay.end(stage, reason, clock.instant());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "slipway-replay");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void destroy() {
        reader.shutdownNow();
    }
}
