package dev.slipway.release;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentReferenceHashMap;

/**
 * Numbered parts of releases that never change once they are committed, kept in memory while there is room for them. What a transaction has written itself is
 * known to it alone until then: it may be taken back, and another of the same number come in its place.
 */
final class WrittenOnce<V> {

    private final Map<Key, V> committed = new ConcurrentReferenceHashMap<>();

    V get(ReleaseId release, int number, Supplier<V> read) {
        var key = new Key(release, number);
        var known = committed.get(key);
        if (known != null) {
            return known;
        }
        var own = own();
        if (own == null || !own.keys.contains(key)) {
            var found = read.get();
            committed.put(key, found);
            return found;
        }
        return own.values.computeIfAbsent(key, any -> read.get());
    }

    /** This has been written in the present transaction. */
    void written(ReleaseId release, int number, V value) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            var own = own();
            if (own == null) {
                own = new Own();
                TransactionSynchronizationManager.bindResource(this, own);
                TransactionSynchronizationManager.registerSynchronization(own);
            }
            var key = new Key(release, number);
            own.keys.add(key);
            own.values.put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable Own own() {
        return (Own) TransactionSynchronizationManager.getResource(this);
    }

    private record Key(ReleaseId release, int number) {}

    private final class Own implements TransactionSynchronization {

        private final Set<Key> keys = new HashSet<>();
        private final Map<Key, V> values = new HashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(WrittenOnce.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(WrittenOnce.this, this);
        }

        @Override
        public void savepointRollback(Object savepoint) {
            values.clear();
        }

        @Override
        public void afterCommit() {
            committed.putAll(values);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(WrittenOnce.this);
        }
    }
}
