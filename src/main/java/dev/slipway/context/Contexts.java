package dev.slipway.context;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.context.ContextRows.Revision;
import dev.slipway.context.Keeping.Kept;
import dev.slipway.identity.Acting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows what variables, files and hooks hold where, and what held earlier. Contexts are described by the catalogue's documents. */
@Service
public class Contexts {

    private final ContextRows rows;
    private final SecretRows secrets;
    private final Catalog catalog;
    private final Acting acting;
    private final Permission permission;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contexts(
            ContextRows rows,
            SecretRows secrets,
            Catalog catalog,
            Acting acting,
            Permission permission,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.secrets = secrets;
        this.catalog = catalog;
        this.acting = acting;
        this.permission = permission;
        this.events = events;
        this.clock = clock;
    }

    /** Those that hold now, by key. */
    public List<Context> all() {
        return rows.all();
    }

    public Optional<Context> find(String key) {
        return rows.find(key);
    }

    /** All that it has said, newest first. */
    public List<Past> past(String key) {
        return rows.revisions(key).stream().map(Contexts::past).toList();
    }

    private static Past past(Revision revision) {
        var context = revision.content().isEmpty()
                ? Optional.<Context>empty()
                : Optional.of(ContextText.read(revision.content()));
        return new Past(revision.number(), context, revision.at(), revision.by());
    }

    /** What holds for the component there now, and why. */
    public Resolution resolve(ComponentKey component, EnvironmentKey environment) {
        var contexts = rows.all();
        var product = catalog.product(component.product());
        var place = catalog.environment(environment);
        if (contexts.isEmpty() || product.isEmpty() || place.isEmpty()) {
            return new Resolution(Snapshot.EMPTY, List.of());
        }
        var versions = contexts.stream().allMatch(context -> context.secrets().isEmpty())
                ? List.<SecretRows.Row>of()
                : secrets.newest();
        var newest = versions.stream()
                .collect(Collectors.toMap(
                        row -> new SecretReference(
                                row.secret().context(), row.secret().name(), 0),
                        row -> row.secret().version()));
        return new Resolver(contexts, product.get(), component, place.get(), secret -> newest.getOrDefault(secret, 0))
                .resolve();
    }

    /** Keeps what was resolved, so that it can be restored by its digest. Safe to repeat. */
    public void keep(Snapshot snapshot) {
        rows.keep(snapshot, clock.instant());
    }

    /** What was kept by this digest; nothing is kept for nothing. */
    public Optional<Snapshot> kept(String digest) {
        return digest.isEmpty() ? Optional.of(Snapshot.EMPTY) : rows.kept(digest);
    }

    /** Lets a context hold no longer, for a reason. What deployments were made with stays. */
    @Transactional
    public Keeping drop(String key, String reason) {
        if (!permission.given()) {
            return new Keeping.Refused(List.of(Permission.REFUSAL));
        }
        if (rows.lock(key).isEmpty()) {
            return Keeping.refused(Flaw.MISSING, "There is no context " + key + ". GET /api/contexts lists them.");
        }
        if (reason.isBlank()) {
            return Keeping.refused("reason", "Say why.");
        }
        var revision = rows.add(key, "", clock.instant(), acting.now().toString());
        events.publishEvent(new ContextEvent.Dropped(key, revision, reason));
        return new Kept(revision);
    }

    /**
     * What a context said from one moment on.
     *
     * @param context empty where it was dropped
     */
    public record Past(int revision, Optional<Context> context, Instant at, String by) {}
}
