package dev.slipway.journal;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;

/** Binds all chains that moved into one signed seal. Nodes may do so at once: one seals, the next finds what is left. */
class Sealer {

    private static final int HEADS_PER_SEAL = 1000;

    private final SealRows seals;
    private final HeadRows heads;
    private final EntryRows entries;
    private final Supplier<SealingKey> key;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealer(
            SealRows seals,
            HeadRows heads,
            EntryRows entries,
            SealingKeyFile keyFile,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.heads = heads;
        this.entries = entries;
        this.key = SingletonSupplier.of(keyFile::key);
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    void seal() {
        transactions.executeWithoutResult(status -> introduceKey());
        var after = Optional.of("");
        while (after.isPresent()) {
            after = sealSome(after.get());
        }
    }

    /** A transaction of its own: its entry changes a chain, and a seal's transaction changes chains in another order. */
    private void introduceKey() {
        if (seals.publicKey(key.get().fingerprint()).isPresent()) {
            return;
        }
        seals.lock();
        if (seals.publicKey(key.get().fingerprint()).isEmpty()) {
            seals.insertKey(key.get(), clock.instant());
            events.publishEvent(new JournalEvent.KeyAdded(key.get().fingerprint()));
        }
    }

    /** Seals the chains after this one, as many as a seal may hold, and says where to go on. */
    private Optional<String> sealSome(String after) {
        var chains = Objects.requireNonNull(transactions.execute(status -> {
            var last = seals.lock();
            var marked = heads.marked(after, HEADS_PER_SEAL);
            var sealed = seals.newest(marked);
            var moved = entries.heads(marked).stream()
                    .filter(head -> head.number() > sealed.getOrDefault(head.chain(), 0L))
                    .toList();
            if (!moved.isEmpty()) {
                seals.insert(Seal.after(last, clock.instant(), moved, key.get()), moved);
            }
            heads.settle(marked, clock.instant());
            return marked;
        }));
        return chains.size() < HEADS_PER_SEAL ? Optional.empty() : Optional.of(chains.get(chains.size() - 1));
    }
}
