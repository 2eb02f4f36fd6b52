package dev.slipway.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The entries of one transaction, written last of all that it writes. */
final class Pending implements TransactionSynchronization {

    private final Ledger ledger;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Object, Integer> savepoints = new HashMap<>();
    private boolean written;
    private boolean closed;

    Pending(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Somebody as late as we are may still publish after the others' entries were written, until the commit itself begins. */
    void add(Draft draft) {
        if (closed) {
            throw new IllegalStateException(
                    draft.act() + " on " + draft.chain()
                            + " was published while its transaction was already committing. Publish it before, or in a new transaction.");
        }
        if (written) {
            ledger.append(List.of(draft));
        } else {
            drafts.add(draft);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        ledger.append(drafts);
        written = true;
    }

    @Override
    public void beforeCompletion() {
        closed = true;
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, drafts.size());
    }

    @Override
    public void savepointRollback(Object savepoint) {
        drafts.subList(savepoints.getOrDefault(savepoint, 0), drafts.size()).clear();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(ledger);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(ledger, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(ledger);
        if (status == STATUS_COMMITTED && !written) {
            throw new IllegalStateException(
                    "SLIP-JOURNAL-01: " + drafts
                            + " came too late for the journal, while the transaction was already committing. Publish from a new transaction.");
        }
    }
}
