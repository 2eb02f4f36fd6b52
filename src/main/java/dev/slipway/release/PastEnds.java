package dev.slipway.release;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the last releases of a product ended, and what they carried. */
@Repository
class PastEnds {

    private static final int NEWEST = 20;
    private static final Set<State> DEPLOYED = EnumSet.of(State.RELEASED, State.ROLLED_BACK, State.FAILED);
    private static final TypeReference<List<Artifact>> ARTIFACTS = new TypeReference<>() {};

    private final ReleasePages pages;
    private final JdbcClient jdbc;

    PastEnds(ReleasePages pages, JdbcClient jdbc) {
        this.pages = pages;
        this.jdbc = jdbc;
    }

    /** The newest twenty that were deployed and have ended since then. */
    Past of(ProductKey product, Instant since) {
        var ended = pages.page(new ReleaseQuery(DEPLOYED, product, "", null, NEWEST)).stream()
                .filter(release -> !Objects.requireNonNull(release.endedAt()).isBefore(since))
                .toList();
        var carried = carried(ended);
        return new Past(ended.stream()
                .map(release -> new Past.End(release.state(), carried.getOrDefault(release.id(), Map.of())))
                .toList());
    }

    /** The release that brought what users have now, however long ago. */
    Optional<Release> lastReleased(ProductKey product) {
        return pages.page(new ReleaseQuery(EnumSet.of(State.RELEASED), product, "", null, 1)).stream()
                .findFirst();
    }

    /** What each release carried in the end. */
    Map<ReleaseId, Map<ComponentKey, Digest>> carried(Collection<Release> releases) {
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
}
