package dev.slipway.release;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How the last releases of a product ended, and what they carried. */
@Repository
class PastEnds {

    private static final int NEWEST = 20;
    private static final Set<State> DEPLOYED = EnumSet.of(State.RELEASED, State.ROLLED_BACK, State.FAILED);
    private static final TypeReference<List<Artifact>> ARTIFACTS = new TypeReference<>() {};

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final ReleasePages pages;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<ProductKey, Known> remembered = new ConcurrentHashMap<>();

    PastEnds(ReleasePages pages, JdbcClient jdbc, Clock clock) {
        this.pages = pages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is known of a product's past: half a minute late at most, where another node has ended a release. */
    Known of(ProductKey product) {
        var known = remembered.get(product);
        var now = clock.instant();
        if (known == null || known.at().isBefore(now.minus(FRESH))) {
            known = read(product, now);
            remembered.put(product, known);
        }
        return known;
    }

    @EventListener
    void on(ReleaseEvent.Concluded concluded) {
        var product = jdbc.sql("select product from release_release where id = ?")
                .param(concluded.release().value())
                .query(String.class)
                .optional();
        product.map(ProductKey::new).ifPresent(this::forget);
    }

    /** Once everybody can see the end. */
    private void forget(ProductKey product) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            remembered.remove(product);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remembered.remove(product);
            }
        });
    }

    private Known read(ProductKey product, Instant now) {
        var since = now.minus(REMEMBERED);
        var ended = pages.page(new ReleaseQuery(DEPLOYED, product, "", null, NEWEST).withoutDrills()).stream()
                .filter(release -> !Objects.requireNonNull(release.endedAt()).isBefore(since))
                .toList();
        var last = pages.page(new ReleaseQuery(EnumSet.of(State.RELEASED), product, "", null, 1)).stream()
                .findFirst();
        var all = new ArrayList<>(ended);
        last.ifPresent(all::add);
        var carried = carried(all);
        return new Known(
                now,
                new Past(ended.stream()
                        .map(release -> new Past.End(release.state(), carried.getOrDefault(release.id(), Map.of())))
                        .toList()),
                last.map(Release::endedAt),
                last.map(release -> carried.getOrDefault(release.id(), Map.of()))
                        .orElse(Map.of()));
    }

    /** What each release carried in the end. */
    private Map<ReleaseId, Map<ComponentKey, Digest>> carried(Collection<Release> releases) {
        if (releases.isEmpty()) {
            return Map.of();
        }
        var carried = new HashMap<ReleaseId, Map<ComponentKey, Digest>>();
        jdbc.sql("select release, artifacts from release_candidate where release in (:ids) order by release, number")
                .param("ids", releases.stream().map(one -> one.id().value()).toList())
                .query(row -> {
                    carried.put(
                            new ReleaseId(row.getString("release")),
                            digests(StoredJson.read(row.getString("artifacts"), ARTIFACTS)));
                });
        return carried;
    }

    static Map<ComponentKey, Digest> digests(List<Artifact> artifacts) {
        return artifacts.stream().collect(Collectors.toMap(Artifact::component, Artifact::digest, (one, other) -> one));
    }

    /**
     * What is known of a product's past.
     *
     * @param past the newest twenty that were deployed and ended within ninety days
     * @param lastReleased when the version came that users have now, however long ago; empty where none ever did
     * @param there what that version carried
     */
    record Known(Instant at, Past past, Optional<Instant> lastReleased, Map<ComponentKey, Digest> there) {}
}
