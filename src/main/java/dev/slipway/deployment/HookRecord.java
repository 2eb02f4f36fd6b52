package dev.slipway.deployment;

import dev.slipway.context.Snapshot.SnapshotHook;
import dev.slipway.deployment.HookRows.Begun;
import dev.slipway.deployment.spi.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes that a hook begins and how it ended, each in a transaction of its own, so that whoever repeats a move, on whatever machine, runs none again that has ended. */
@Component
class HookRecord {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final HookRows rows;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;
    private final DeploymentProperties properties;
    private final Clock clock;

    HookRecord(
            HookRows rows,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            DeploymentProperties properties,
            Clock clock) {
        this.rows = rows;
        this.events = events;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.properties = properties;
        this.clock = clock;
    }

    /** Returns how it ended where it has; otherwise it is this machine's to run. */
    Begun begin(KeptMove move, SnapshotHook hook) {
        var known = rows.find(move, hook);
        if (known.isEmpty()) {
            try {
                apart.executeWithoutResult(status -> rows.insert(move, hook, properties.host(), clock.instant()));
            } catch (DuplicateKeyException begunMeanwhile) {
                throw new NotYet(PAUSE);
            }
        } else if (known.get().endedAt() == null && !known.get().host().equals(properties.host())) {
            takeOver(known.get(), hook);
        }
        return rows.find(move, hook).orElseThrow();
    }

    /** What another machine has begun cannot be seen from here until its time has certainly passed. */
    private void takeOver(Begun begun, SnapshotHook hook) {
        var over =
                begun.at().plusSeconds(hook.timeout()).plus(properties.grace()).plus(SLACK);
        var taken = clock.instant().isAfter(over)
                && Boolean.TRUE.equals(apart.execute(status -> rows.again(begun, properties.host(), clock.instant())));
        if (!taken) {
            throw new NotYet(PAUSE);
        }
    }

    /** @param failure without secrets; empty where it did what it should */
    void end(KeptMove move, SnapshotHook hook, Begun begun, Optional<String> failure) {
        apart.executeWithoutResult(status -> {
            if (rows.end(begun, failure.orElse(""), clock.instant())) {
                events.publishEvent(new DeploymentEvent.HookEnded(
                        move.move(), hook.context(), hook.name(), hook.when(), failure.orElse("")));
            }
        });
    }
}
