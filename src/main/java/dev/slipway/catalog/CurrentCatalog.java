package dev.slipway.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the catalogue says now, kept in memory for as long as its token in the database is the same. A transaction asks for the token once: to its end it sees
 * the catalogue as it was then, or as it has changed it itself.
 */
@Service
class CurrentCatalog {

    private final CatalogRows rows;
    private volatile @Nullable Snapshot last;

    CurrentCatalog(CatalogRows rows) {
        this.rows = rows;
    }

    Everything now() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !TransactionSynchronizationManager.isSynchronizationActive()) {
            return fresh();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Seen seen) {
            return seen.everything();
        }
        var seen = new Seen();
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(seen);
        return seen.everything();
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
