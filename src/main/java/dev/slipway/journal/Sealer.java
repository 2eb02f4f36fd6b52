package dev.slipway.journal;

import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;

/** Binds all chains that moved into one signed seal. Nodes may do so at once: one seals, the next finds what is left. */
class Sealer {

    private static final int HEADS_PER_SEAL = 1000;

    private final SealRows seals;
    private final HeadRows heads;
    private final Supplier<SealingKey> key;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealer(
            SealRows seals,
            HeadRows heads,
            SealingKeyFile keyFile,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.seals = seals;
        this.heads = heads;
        this.key = SingletonSupplier.of(keyFile::key);
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    void seal() {
        transactions.executeWithoutResult(status -> introduceKey());
        int sealed;
        do {
            sealed = sealSome();
        } while (sealed == HEADS_PER_SEAL);
    }

    /** A transaction of its own: its entry locks a head, and a seal's transaction locks heads in another order. */
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

    private int sealSome() {
        var sealed = transactions.execute(status -> {
            var last = seals.lock();
            var moved = heads.changed(HEADS_PER_SEAL);
            if (!moved.isEmpty()) {
                seals.insert(Seal.after(last, clock.instant(), moved, key.get()), moved);
                heads.settle(moved);
            }
            return moved.size();
        });
        return sealed == null ? 0 : sealed;
    }
}
