package dev.slipway.context;

import dev.slipway.context.Keeping.Kept;
import dev.slipway.identity.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes the values of secrets, and gives them to nobody but what is deployed. */
@Service
public class Secrets {

    /** What is shorter cannot be taken out of logs. */
    private static final int SHORTEST = 4;

    private static final int LONGEST = 100_000;

    private final ContextRows contexts;
    private final SecretRows rows;
    private final Vault vault;
    private final Acting acting;
    private final Permission permission;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Secrets(
            ContextRows contexts,
            SecretRows rows,
            Vault vault,
            Acting acting,
            Permission permission,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.contexts = contexts;
        this.rows = rows;
        this.vault = vault;
        this.acting = acting;
        this.permission = permission;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Gives a secret its value from now on.
     *
     * @param revokes whether earlier values are destroyed, because they open nothing any more: a roll-back then takes the present one
     */
    public Keeping write(String context, String name, String value, boolean revokes) {
        if (!permission.given()) {
            return new Keeping.Refused(List.of(Permission.REFUSAL));
        }
        return Objects.requireNonNull(transactions.execute(status -> writeLocked(context, name, value, revokes)));
    }

    private Keeping writeLocked(String context, String name, String value, boolean revokes) {
        var known = contexts.lock(context);
        if (known.isEmpty() || !known.get().secrets().contains(name)) {
            return Keeping.refused(
                    Flaw.MISSING,
                    "The context " + context + " has no secret " + name
                            + ". List it under secrets in its document first.");
        }
        if (value.strip().length() < SHORTEST || value.length() > LONGEST) {
            return Keeping.refused(
                    "value",
                    "A secret has " + SHORTEST + " to " + LONGEST + " characters; shorter ones cannot be masked.");
        }
        var version =
                rows.newest(context, name).map(row -> row.secret().version()).orElse(0) + 1;
        var secret = new SecretReference(context, name, version);
        var sealed = vault.seal(secret, value);
        if (sealed.isEmpty()) {
            return Keeping.refused(Flaw.STATE, vault.keys().refusal());
        }
        rows.insert(secret, sealed.get(), clock.instant(), acting.now().toString());
        var revoked = revokes ? rows.revokeBefore(secret) : 0;
        events.publishEvent(new ContextEvent.SecretWritten(secret, sealed.get().key(), revoked));
        return new Kept(version);
    }

    /** Which secrets of a context have a value, since when, and by whom. */
    public List<State> states(Context context) {
        return context.secrets().stream()
                .map(name -> rows.newest(context.key(), name)
                        .map(row -> new State(name, row.secret().version(), row.at(), row.by()))
                        .orElse(new State(name, 0, Instant.EPOCH, "")))
                .toList();
    }

    /** Which keys there are, and how many values are encrypted with each. */
    public KeyUse keys() {
        var keys = vault.keys();
        return new KeyUse(
                keys.first().orElse(""),
                List.copyOf(keys.all().keySet()),
                rows.byKey(),
                keys.first().isPresent() ? "" : keys.refusal());
    }

    /** Opens all secrets that a snapshot names, for the target that gets them. */
    public Opening open(Snapshot snapshot) {
        var values = new HashMap<SecretReference, String>();
        var missing = new ArrayList<String>();
        var notes = new ArrayList<String>();
        Stream.concat(
                        snapshot.secrets().values().stream(),
                        snapshot.files().stream()
                                .map(Snapshot.SnapshotFile::secret)
                                .filter(Objects::nonNull))
                .distinct()
                .forEach(secret -> open(secret, values, missing, notes));
        return missing.isEmpty()
                ? new Opening.Opened(Map.copyOf(values), List.copyOf(notes))
                : new Opening.Missing(List.copyOf(missing));
    }

    private void open(
            SecretReference secret, Map<SecretReference, String> values, List<String> missing, List<String> notes) {
        var row = rows.find(secret).filter(found -> !found.revoked()).or(() -> {
            var newest = rows.newest(secret.context(), secret.name());
            if (secret.version() > 0 && newest.isPresent()) {
                notes.add("The value that " + secret + " had was revoked; it has its present one.");
            }
            return newest;
        });
        if (row.isEmpty()) {
            missing.add(
                    "Nobody has given " + secret + " a value. Write it on the page Contexts, or with PUT /api/contexts/"
                            + secret.context() + "/secrets/" + secret.name() + ".");
            return;
        }
        var opened = vault.open(row.get().secret(), row.get().sealed());
        if (opened instanceof Vault.Opened.Locked locked) {
            missing.add(locked.reason());
        } else {
            values.put(secret, ((Vault.Opened.Value) opened).text());
        }
    }

    /**
     * Whether a secret has a value, never which.
     *
     * @param version 0 where it has none
     */
    public record State(String name, int version, Instant at, String by) {}

    /**
     * The keys by their ids.
     *
     * @param first the one that encrypts; empty where none does
     * @param known those that decrypt
     * @param used how many values are encrypted with each
     * @param trouble why nothing can be encrypted, and the cure; empty where it can
     */
    public record KeyUse(String first, List<String> known, Map<String, Long> used, String trouble) {}
}
