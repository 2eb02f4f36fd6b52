package dev.slipway.flow.work;

import dev.slipway.flow.FlowEvent;
import dev.slipway.flow.FlowText;
import dev.slipway.flow.life.Cancellations;
import dev.slipway.flow.step.Step;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the engine how an errand ended, once. What the step has done is kept where the engine cannot be told. */
@Component
class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int TRIES = 5;

    private final String worker = "slipway-" + UUID.randomUUID();
    private final ExternalTaskService engine;
    private final VisitRepository visits;
    private final Cancellations cancellations;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final WorkerProperties settings;

    Completion(
            ExternalTaskService engine,
            VisitRepository visits,
            Cancellations cancellations,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            WorkerProperties settings) {
        this.engine = engine;
        this.visits = visits;
        this.cancellations = cancellations;
        this.events = events;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** This node's name as a worker; another one after each start. */
    String worker() {
        return worker;
    }

    void finish(Errand errand, Result result) {
        synchronized (errand) {
            if (errand.isOver()) {
                return;
            }
            errand.end();
            var visit = errand.visit();
            try {
                repeatedly(() -> transactions.executeWithoutResult(status -> report(errand, result)));
            } catch (SuspendedEntityInteractionException held) {
                LOG.info("{} is on hold; the result of {} waits with it", visit.release(), visit.step());
                visits.remember(visit.release(), visit.id(), result);
                engine.unlock(errand.id());
            } catch (BadUserRequestException lost) {
                LOG.warn("{} of {} was ended elsewhere: {}", visit.step(), visit.release(), lost.getMessage());
            } catch (RuntimeException failure) {
                visits.remember(visit.release(), visit.id(), result);
                give(errand, failure);
            }
        }
    }

    private void report(Errand errand, Result result) {
        var visit = errand.visit();
        if (result instanceof Result.Refused refused) {
            ended(errand, refused.error(), refused.reason());
            engine.handleBpmnError(
                    errand.id(),
                    worker,
                    refused.error(),
                    refused.reason(),
                    Map.of(variable(errand, refused), brief(refused)));
        } else if (result instanceof Result.Done done) {
            ended(errand, "", "");
            engine.complete(errand.id(), worker, done.variables());
        }
        cancellations.deliver(visit.release());
    }

    private void ended(Errand errand, String error, String reason) {
        var visit = errand.visit();
        events.publishEvent(
                new FlowEvent.WorkEnded(visit.release(), visit.step(), errand.activity(), visit.id(), error, reason));
    }

    private static Object brief(Result.Refused refused) {
        return FlowText.bounded(refused.reason(), FlowText.LONG);
    }

    private static String variable(Errand errand, Result.Refused refused) {
        return Arrays.stream(errand.step().declaration().errors())
                .filter(fault -> fault.code().equals(refused.error()))
                .map(Step.Fault::variable)
                .findFirst()
                .orElseThrow();
    }

    void fail(Errand errand, Exception failure) {
        synchronized (errand) {
            if (!errand.isOver()) {
                errand.end();
                give(errand, failure);
            }
        }
    }

    private void give(Errand errand, Exception failure) {
        var visit = errand.visit();
        LOG.warn("{} of {} failed", visit.step(), visit.release(), failure);
        visit.add("failed: " + failure + "\n");
        var left = triesLeft(errand);
        var pause = left == 0
                ? 0
                : settings.backOff()
                        .get(Math.max(settings.backOff().size() - left, 0))
                        .toMillis();
        var reason = "SLIP-2010: " + errand.step().declaration().label() + " failed: " + failure.getMessage()
                + ". Read the step's log, cure the cause, and retry the step on the release page.";
        try {
            transactions.executeWithoutResult(status -> {
                engine.handleFailure(errand.id(), worker, reason, null, left, pause);
                if (left == 0) {
                    events.publishEvent(new FlowEvent.WorkFailed(
                            visit.release(),
                            visit.step(),
                            errand.activity(),
                            visit.id(),
                            String.valueOf(failure.getMessage())));
                }
                cancellations.deliver(visit.release());
            });
        } catch (BadUserRequestException elsewhere) {
            LOG.warn("{} of {} is no longer ours: {}", visit.step(), visit.release(), elsewhere.getMessage());
        }
    }

    private int triesLeft(Errand errand) {
        var retries = errand.retries();
        return retries == null ? settings.backOff().size() : Math.max(retries - 1, 0);
    }

    /** Two branches that end at the same moment change the same rows; one of them has to come again. */
    private static void repeatedly(Runnable work) {
        for (var attempt = 1; ; attempt++) {
            try {
                work.run();
                return;
            } catch (OptimisticLockingException collision) {
                if (attempt == TRIES) {
                    throw collision;
                }
            }
        }
    }
}
