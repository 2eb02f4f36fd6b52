package dev.slipway.catalog;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the catalogue says now, kept in memory for as long as its token in the database is the same. A transaction asks for the token once, and so does a piece
 * of work: to its end it sees the catalogue as it was then, or as it has changed it itself.
 */
@Service
class CurrentCatalog {

    private final CatalogRows rows;
    private volatile @Nullable Snapshot last;

    CurrentCatalog(CatalogRows rows) {
        this.rows = rows;
    }

    Everything now() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Seen seen) {
            return seen.everything();
        }
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return fresh();
        }
        var seen = new Seen();
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(seen);
        return seen.everything();
    }

    /** Does what reads the catalogue and does not change it; to its end this thread sees the catalogue as it was when it first looked. */
    <T> T during(Callable<T> work) throws Exception {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return work.call();
        }
        TransactionSynchronizationManager.bindResource(this, new Seen());
        try {
            return work.call();
        } finally {
            TransactionSynchronizationManager.unbindResource(this);
        }
    }

    /** The present transaction has changed it. */
    void changed() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Seen seen) {
            seen.last = null;
        }
    }

    private Everything fresh() {
        var token = rows.token();
        var known = last;
        return known != null && known.token().equals(token) ? known.everything() : load(token);
    }

    /** Loads until nobody has changed the catalogue while it was read. */
    private Everything load(String token) {
        var before = token;
        while (true) {
            var everything = rows.load();
            var after = rows.token();
            if (after.equals(before)) {
                last = new Snapshot(after, everything);
                return everything;
            }
            before = after;
        }
    }

    private record Snapshot(String token, Everything everything) {}

    /** What the present transaction has seen. */
    private final class Seen implements TransactionSynchronization {

        private @Nullable Everything last;

        Everything everything() {
            var known = last;
            if (known == null) {
                known = fresh();
                last = known;
            }
            return known;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CurrentCatalog.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CurrentCatalog.this, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            last = null;
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentCatalog.this);
        }
    }
}
