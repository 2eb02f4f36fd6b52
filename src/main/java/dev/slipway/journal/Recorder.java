package dev.slipway.journal;

import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Hears of every act, before anybody who acts upon it, and lets the transaction write it at its very end. */
@Component
class Recorder {

    private final Ledger ledger;
    private final CurrentActor actor;
    private final Clock clock;

    Recorder(Ledger ledger, CurrentActor actor, Clock clock) {
        this.ledger = ledger;
        this.actor = actor;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Journaled event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException(
                    event.act() + " on " + event.chain()
                            + " was published outside a transaction. Publish it from a @Transactional method, together with the change it tells of.");
        }
        pending().add(Draft.of(event, clock.instant(), actor.now()));
    }

    private Pending pending() {
        if (TransactionSynchronizationManager.getResource(ledger) instanceof Pending pending) {
            return pending;
        }
        var pending = new Pending(ledger);
        TransactionSynchronizationManager.bindResource(ledger, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }
}
