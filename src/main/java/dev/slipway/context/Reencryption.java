package dev.slipway.context;

import dev.slipway.context.Vault.Opened;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Encrypts anew what is encrypted with another key than the first one, some values at a time: an interrupted run goes on where it was, because only what
 * is left is looked for.
 */
@Component
class Reencryption {

    private static final Logger LOG = LoggerFactory.getLogger(Reencryption.class);
    private static final int PORTION = 50;

    private final SecretRows rows;
    private final Vault vault;
    private final Acting acting;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;

    Reencryption(
            SecretRows rows,
            Vault vault,
            Acting acting,
            ApplicationEventPublisher events,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.vault = vault;
        this.acting = acting;
        this.events = events;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void inTheBackground() {
        acting.as(Actor.SYSTEM, this::run);
    }

    /** Does all that can be done, and says how many values it was. Values whose key is not there stay as they are. */
    int run() {
        var first = vault.keys().first();
        if (first.isEmpty()) {
            return 0;
        }
        var count = 0;
        for (var key : rows.byKey().keySet()) {
            if (!key.equals(first.get()) && vault.keys().find(key).isPresent()) {
                count += all(key, first.get());
            }
        }
        return count;
    }

    private int all(String from, String to) {
        var count = 0;
        for (var done = portion(from, to); done > 0; done = portion(from, to)) {
            count += done;
        }
        if (count > 0) {
            LOG.info("Encrypted {} secrets anew, with the key {} instead of {}", count, to, from);
        }
        return count;
    }

    private int portion(String from, String to) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var done = (int) reencrypted(rows.of(from, PORTION));
            if (done > 0) {
                events.publishEvent(new ContextEvent.Reencrypted(from, to, done));
            }
            return done;
        }));
    }

    private long reencrypted(List<SecretRows.Row> some) {
        return some.stream().filter(this::reencrypt).count();
    }

    private boolean reencrypt(SecretRows.Row row) {
        if (!(vault.open(row.secret(), row.sealed()) instanceof Opened.Value value)) {
            LOG.warn("{} cannot be opened and stays as it is", row.secret());
            return false;
        }
        return vault.seal(row.secret(), value.text())
                .filter(anew -> rows.replace(row, anew))
                .isPresent();
    }
}
