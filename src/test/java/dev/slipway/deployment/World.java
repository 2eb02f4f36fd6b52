package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Commit;
import dev.slipway.content.Digest;
import dev.slipway.context.Opening;
import dev.slipway.context.Snapshot;
import dev.slipway.environment.Claiming;
import dev.slipway.environment.Occupancy;
import dev.slipway.identity.GitIdentity;
import dev.slipway.release.ReleaseId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules around this one, in memory. */
final class World implements Neighbours {

    static final ComponentKey SERVICE = ComponentKey.parse("payments/service");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private final Map<ReleaseId, Cargo> cargo = new HashMap<>();
    private final Map<EnvironmentKey, ReleaseId> claims = new HashMap<>();
    private final Map<Spot, Occupancy> occupancies = new HashMap<>();
    private final Map<ReleaseId, ReleaseId> originals = new HashMap<>();
    private final Set<URI> lost = new HashSet<>();
    private final Set<URI> altered = new HashSet<>();
    private final Map<String, String> settings = new HashMap<>(Map.of("secret.KEY", "hunter22"));

    private final Map<String, Snapshot> snapshots = new HashMap<>(Map.of("", Snapshot.EMPTY));
    Snapshot surroundings = Snapshot.EMPTY;
    Opening opening = new Opening.Opened(Map.of(), List.of());

    ReleaseId release(String version) {
        return release(version, true, "");
    }

    ReleaseId release(String version, boolean planned, String downgrade) {
        var release = new ReleaseId("payments-" + version);
        cargo.put(release, new Cargo(version, artifact(version), planned, downgrade, List.of(commit(version))));
        claims.put(STAGING, release);
        claims.put(PRODUCTION, release);
        return release;
    }

    /** A release that takes this one back. */
    ReleaseId takingBack(ReleaseId original) {
        var sequel = new ReleaseId(original + "-back");
        originals.put(sequel, original);
        return sequel;
    }

    static Artifact artifact(String version) {
        return new Artifact(SERVICE, URI.create("file:/artifacts/" + version + ".jar"), digest(version));
    }

    static Digest digest(String version) {
        return new Digest("%064x".formatted(version.hashCode() & 0xFFFFFFFFL));
    }

    private static Commit commit(String version) {
        var ada = new GitIdentity("Ada", "ada@example.com");
        return new Commit(
                digest(version).hex().substring(24),
                "feat: more",
                "feat",
                "",
                false,
                List.of(),
                ada,
                ada,
                List.of(),
                Instant.parse("2026-11-20T10:00:00Z"));
    }

    void lose(String version) {
        lost.add(artifact(version).location());
    }

    void alter(String version) {
        altered.add(artifact(version).location());
    }

    void claim(EnvironmentKey environment, ReleaseId release) {
        claims.put(environment, release);
    }

    void free(EnvironmentKey environment) {
        claims.remove(environment);
    }

    Optional<String> version(EnvironmentKey environment) {
        return occupancy(environment, SERVICE).map(Occupancy::version);
    }

    @Override
    public Optional<Cargo> cargo(ReleaseId release, ComponentKey component) {
        return Optional.ofNullable(cargo.get(release)).filter(load -> component.equals(SERVICE));
    }

    @Override
    public Optional<TargetDescription> target(EnvironmentKey environment, ComponentKey component) {
        return component.equals(SERVICE)
                ? Optional.of(new TargetDescription(environment, component, "memory", settings, ""))
                : Optional.empty();
    }

    @Override
    public boolean holds(ReleaseId release, EnvironmentKey environment) {
        return release.equals(claims.get(environment));
    }

    @Override
    public Claiming claim(ReleaseId release, EnvironmentKey environment) {
        var holder = claims.putIfAbsent(environment, release);
        return holder == null || holder.equals(release)
                ? new Claiming.Claimed(release, environment)
                : new Claiming.Held(environment, SERVICE, holder, Instant.EPOCH);
    }

    @Override
    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        return Optional.ofNullable(occupancies.get(new Spot(environment, component)));
    }

    @Override
    public void occupy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact) {
        occupancies.put(
                new Spot(environment, component),
                new Occupancy(environment, component, version, artifact, release, Instant.EPOCH));
    }

    @Override
    public void vacate(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        occupancies.remove(new Spot(environment, component));
    }

    @Override
    public Snapshot surroundings(Spot spot) {
        snapshots.put(surroundings.digest(), surroundings);
        return surroundings;
    }

    @Override
    public Optional<Snapshot> kept(String digest) {
        return Optional.ofNullable(snapshots.get(digest));
    }

    @Override
    public Opening open(Snapshot snapshot) {
        return opening;
    }

    @Override
    public Optional<ReleaseId> original(ReleaseId release) {
        return Optional.ofNullable(originals.get(release));
    }

    @Override
    public ArtifactCheck check(Artifact artifact) {
        if (lost.contains(artifact.location())) {
            return new ArtifactCheck.Unreachable("no such file");
        }
        return altered.contains(artifact.location())
                ? new ArtifactCheck.Altered(digest("something else"))
                : new ArtifactCheck.Intact(1);
    }

    @Override
    public Path local(Artifact artifact) {
        return Path.of(artifact.location());
    }
}
