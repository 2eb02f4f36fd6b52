package dev.slipway.transaction;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a transaction has read, so that it need not read it again: until it writes or locks it itself, which its owner must say with {@link #forget}. What others
 * commit meanwhile it sees no more, as if it had been a little faster; whoever must know locks. Outside a transaction everything is read anew.
 */
public final class ReadOnce<K, V> {

    private final PerTransaction<Map<K, V>> known = new PerTransaction<>(HashMap::new);

    public V get(K key, Supplier<V> read) {
        var seen = known.value();
        if (seen.isEmpty()) {
            return read.get();
        }
        var before = seen.get().get(key);
        if (before != null) {
            return before;
        }
        var found = read.get();
        known.value().ifPresent(now -> now.put(key, found));
        return found;
    }

    /** The present transaction has read it otherwise, and knows it like this. */
    public V seen(K key, V value) {
        known.value().ifPresent(now -> now.put(key, value));
        return value;
    }

    /** The present transaction writes it. */
    public void forget(K key) {
        known.value().ifPresent(now -> now.remove(key));
    }
}
