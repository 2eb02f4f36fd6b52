package dev.slipway.flow.life;

import dev.slipway.flow.AsSystem;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has every release that waits for clearance ask again. Changing what may hold a release and deciding that one has to wait come one after the other, so that
 * no release begins to wait for what is over already.
 */
@Component
public class Clearances {

    static final String CLEARANCE_CHANGED = "clearance-changed";

    private static final Logger LOG = LoggerFactory.getLogger(Clearances.class);

    private final Instances instances;
    private final RuntimeService engine;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Clearances(
            Instances instances,
            RuntimeService engine,
            AsSystem asSystem,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.instances = instances;
        this.engine = engine;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Something that holds releases was added, changed or taken away in this transaction; they are told once it is committed. */
    public void changed() {
        if (TransactionSynchronizationManager.getResource(this) == null) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new Telling());
            jdbc.sql("update flow_clearance set changes = changes + 1 where id = 1")
                    .update();
        }
    }

    /** Waits for changes that are under way, and keeps others back until this transaction has ended. */
    public void settle() {
        jdbc.sql("select changes from flow_clearance where id = 1 for update")
                .query(Long.class)
                .single();
    }

    private void tellAll() {
        asSystem.call(() -> Objects.requireNonNull(apart.execute(status -> waiting())))
                .forEach(this::tell);
    }

    /** A collision means that it is moving already, and has asked again or will. */
    private void tell(ReleaseId release) {
        try {
            asSystem.run(
                    () -> apart.executeWithoutResult(status -> instances.tell(release, CLEARANCE_CHANGED, Map.of())));
        } catch (OptimisticLockingException collision) {
            LOG.info("{} was asking for clearance already", release);
        }
    }

    private List<ReleaseId> waiting() {
        var instancesThatListen =
                engine.createEventSubscriptionQuery().eventType("message").eventName(CLEARANCE_CHANGED).list().stream()
                        .map(EventSubscription::getProcessInstanceId)
                        .collect(Collectors.toSet());
        return instancesThatListen.isEmpty()
                ? List.of()
                : engine.createProcessInstanceQuery().processInstanceIds(instancesThatListen).active().list().stream()
                        .map(instance -> new ReleaseId(instance.getBusinessKey()))
                        .distinct()
                        .toList();
    }

    private final class Telling implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Clearances.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Clearances.this, true);
        }

        @Override
        public void afterCommit() {
            tellAll();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Clearances.this);
        }
    }
}
