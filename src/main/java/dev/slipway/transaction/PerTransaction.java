package dev.slipway.transaction;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A value that each transaction has of its own: made when it first asks, and made anew when it asks after a savepoint was rolled back or after
 * {@link #forget}. A transaction within another has another value.
 */
public final class PerTransaction<T> {

    private final Supplier<T> fresh;

    public PerTransaction(Supplier<T> fresh) {
        this.fresh = fresh;
    }

    /** Empty outside a transaction. */
    public Optional<T> value() {
        return held().map(Held::value);
    }

    /** Whoever asks next gets a fresh one. */
    public void forget() {
        if (TransactionSynchronizationManager.getResource(this) instanceof PerTransaction<?>.Held held) {
            held.value = null;
        }
    }

    /** Does a piece of work on this thread that has one value as a transaction has, and shares it with the transactions in it. */
    public <R> R during(Callable<R> work) throws Exception {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return work.call();
        }
        TransactionSynchronizationManager.bindResource(this, new Held());
        try {
            return work.call();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    @SuppressWarnings("unchecked")
    private Optional<Held> held() {
        var known = TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return Optional.of((Held) known);
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        var held = new Held();
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(held);
        return Optional.of(held);
    }

    private final class Held implements TransactionSynchronization {

        private @Nullable T value;

        T value() {
            var known = value;
            if (known == null) {
                known = fresh.get();
                value = known;
            }
            return known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            value = null;
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
