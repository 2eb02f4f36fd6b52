package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.flow.work.Topics;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.ReleaseId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls flows off, or has them go back, but never in the middle of a work step that changes something: then right after it. */
@Component
public class Cancellations {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellations.class);
    private static final String CANCEL_RELEASE = "cancel-release";
    private static final String ROLL_BACK_WANTED = "roll-back-wanted";

    /** The variable that takes the reason, by message. */
    private static final Map<String, String> REASONS =
            Map.of(CANCEL_RELEASE, "cancelReason", ROLL_BACK_WANTED, "failure");

    private final Instances instances;
    private final CancelRepository cancels;
    private final ExternalTaskService work;
    private final Topics topics;
    private final AsSystem asSystem;
    private final TransactionTemplate apart;

    Cancellations(
            Instances instances,
            CancelRepository cancels,
            ExternalTaskService work,
            Topics topics,
            AsSystem asSystem,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.cancels = cancels;
        this.work = work;
        this.topics = topics;
        this.asSystem = asSystem;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Delivers after the request is committed: a collision with a worker must not undo what the person asked for. */
    @EventListener
    void on(ReleaseEvent.CancelRequested requested) {
        cancels.insert(requested.release(), CANCEL_RELEASE, requested.reason());
        AfterCommit.run(() -> attempt(requested.release()));
    }

    @EventListener
    void on(ReleaseEvent.RollBackRequested requested) {
        cancels.insert(requested.release(), ROLL_BACK_WANTED, requested.reason());
        AfterCommit.run(() -> attempt(requested.release()));
    }

    /** Delivers what could not be delivered before. */
    public void sweep() {
        cancels.all().forEach(this::attempt);
    }

    /** Which of these releases are to be called off as soon as possible. */
    public Set<ReleaseId> pending(Collection<ReleaseId> releases) {
        return Set.copyOf(cancels.among(releases));
    }

    /** Tells the flow, in the present transaction, if it is to be called off and can be. */
    public void deliver(ReleaseId release) {
        var wish = cancels.find(release);
        if (wish.isEmpty()) {
            return;
        }
        var top = instances.top(release);
        if (top.isPresent() && (top.get().isSuspended() || isInTheMiddle(release))) {
            return;
        }
        var message = wish.get().message();
        instances.tell(
                release,
                message,
                Map.of(Objects.requireNonNull(REASONS.get(message)), wish.get().reason()));
        cancels.delete(release);
    }

    private void attempt(ReleaseId release) {
        try {
            asSystem.run(() -> apart.executeWithoutResult(status -> deliver(release)));
        } catch (OptimisticLockingException collision) {
            LOG.info("{} moved on while it was called off; trying again", release);
        }
    }

    /** A step that has been begun and neither ended nor given up may have changed something. */
    private boolean isInTheMiddle(ReleaseId release) {
        return instances.of(release).stream()
                .flatMap(instance -> work.createExternalTaskQuery().processInstanceId(instance.getId()).list().stream())
                .anyMatch(this::isInTheMiddle);
    }

    private boolean isInTheMiddle(ExternalTask task) {
        return !topics.looking().contains(task.getTopicName())
                && task.getWorkerId() != null
                && (task.getRetries() == null || task.getRetries() > 0);
    }
}
