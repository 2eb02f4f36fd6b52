package dev.slipway.flow.remote;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.content.Digest;
import dev.slipway.deployment.spi.Leavings;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.client.exception.BadRequestException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one order at a time: keeps it locked, passes on what is said, and reports until Slipway has understood. */
final class Hand implements ExternalTaskHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Hand.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_LOG = 16 * 1024;
    private static final int MOST_REPORTS = 120;
    private static final long PAUSE = 1000;

    private final String worker;
    private final Map<String, Craft> crafts;
    private final Wire wire;
    private final Store store;
    private final Leavings leavings;
    private final Duration lock;
    private final ScheduledExecutorService clock;

    Hand(
            String worker,
            Map<String, Craft> crafts,
            Wire wire,
            Store store,
            Leavings leavings,
            Duration lock,
            ScheduledExecutorService clock) {
        this.worker = worker;
        this.crafts = crafts;
        this.wire = wire;
        this.store = store;
        this.leavings = leavings;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public void execute(ExternalTask task, ExternalTaskService service) {
        LOG.info("Order {}: {} for {}", task.getId(), task.getTopicName(), task.getBusinessKey());
        var third = lock.toMillis() / 3;
        var renewal = clock.scheduleWithFixedDelay(() -> renew(task, service), third, third, TimeUnit.MILLISECONDS);
        Outcome outcome;
        var parcel = new Sent(task);
        try {
            outcome = work(task, parcel);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        } catch (IOException | RuntimeException failure) {
            LOG.warn("Order {} came to nothing", task.getId(), failure);
            report(task, () -> service.handleFailure(task.getId(), words(failure), "", 0, 0));
            return;
        } finally {
            renewal.cancel(false);
        }
        report(task, () -> {
            if (outcome instanceof Outcome.Failed failed) {
                service.handleBpmnError(task.getId(), "said-no", failed.reason(), Map.of());
            } else {
                service.complete(task, parcel.back);
            }
        });
        leavings.clear(task.getActivityInstanceId());
        LOG.info("Order {} is reported: {}", task.getId(), outcome);
    }

    private Outcome work(ExternalTask task, Parcel parcel) throws IOException, InterruptedException {
        var craft = crafts.get(task.getTopicName());
        if (craft == null) {
            throw new IOException("this agent does not know how to " + task.getTopicName());
        }
        var order = JSON.readTree(String.valueOf((Object) task.getVariable("order")));
        return craft.work(order, progress(task), parcel);
    }

    private void renew(ExternalTask task, ExternalTaskService service) {
        try {
            service.extendLock(task.getId(), lock.toMillis());
        } catch (RuntimeException failure) {
            LOG.warn("The lock of order {} could not be renewed: {}", task.getId(), failure.getMessage());
        }
    }

    /** What has happened is told until Slipway has heard it, or somebody else has the order. */
    private static void report(ExternalTask task, Runnable telling) {
        for (var attempt = 1; attempt <= MOST_REPORTS; attempt++) {
            try {
                telling.run();
                return;
            } catch (BadRequestException | NotFoundException elsewhere) {
                LOG.warn("Order {} is no longer ours: {}", task.getId(), elsewhere.getMessage());
                return;
            } catch (RuntimeException silence) {
                LOG.warn("Order {} could not be reported; trying again: {}", task.getId(), silence.getMessage());
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Progress progress(ExternalTask task) {
        return new Progress() {
            @Override
            public void log(String text) {
                for (var piece : pieces(text)) {
                    try {
                        wire.tell(task.getId(), "log", worker, piece);
                    } catch (IOException silence) {
                        LOG.warn("The log of order {} is not heard: {}\n{}", task.getId(), silence.getMessage(), piece);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }
            }

            /** Nothing may begin that Slipway does not know of: an agent on another machine could not see it. */
            @Override
            public void started(long pid, Instant startedAt) {
                try {
                    wire.tell(task.getId(), "begun", worker, "");
                } catch (IOException silence) {
                    throw new UncheckedIOException(silence);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new UncheckedIOException(new IOException("stopped before it had begun", stopped));
                }
            }
        };
    }

    /** Cut between lines, so that nothing that is to be masked is cut in two. */
    private static List<String> pieces(String text) {
        var pieces = new ArrayList<String>();
        var rest = text;
        while (rest.length() > MOST_LOG) {
            var end = rest.lastIndexOf('\n', MOST_LOG - 1) + 1;
            var cut = end == 0 ? MOST_LOG : end;
            pieces.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        if (!rest.isEmpty()) {
            pieces.add(rest);
        }
        return pieces;
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** What Slipway has sent with an order. */
    private final class Sent implements Parcel {

        private final ExternalTask task;
        private final Map<String, Object> back = new HashMap<>();

        Sent(ExternalTask task) {
            this.task = task;
        }

        @Override
        public Path unpack(String digest) throws IOException, InterruptedException {
            return store.get(task.getId(), worker, new Digest(digest));
        }

        @Override
        public void enclose(String answer) {
            back.put("answer", answer);
        }
    }
}
