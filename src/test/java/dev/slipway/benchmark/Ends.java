package dev.slipway.benchmark;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Who waits for which release to end. */
final class Ends {

    private final ConcurrentMap<String, CompletableFuture<String>> awaited = new ConcurrentHashMap<>();

    /** Comes true when the transaction in which the release ends is committed. */
    Future<String> of(String release) {
        return awaited.computeIfAbsent(release, any -> new CompletableFuture<>());
    }

    /** Says in the transaction that ends a release how it ends. */
    void reached(String release, String how) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                awaited.computeIfAbsent(release, any -> new CompletableFuture<>())
                        .complete(how);
            }
        });
    }
}
