package dev.slipway.deployment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Artifacts;
import dev.slipway.content.Digest;
import dev.slipway.context.Contexts;
import dev.slipway.context.Opening;
import dev.slipway.context.Secrets;
import dev.slipway.context.Snapshot;
import dev.slipway.environment.Claiming;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.Sequels;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("deploymentNeighbours")
class NeighbouringModules implements Neighbours {

    private final Releases releases;
    private final Sequels sequels;
    private final Catalog catalog;
    private final Environments environments;
    private final Artifacts artifacts;
    private final Contexts contexts;
    private final Secrets secrets;

    NeighbouringModules(
            Releases releases,
            Sequels sequels,
            Catalog catalog,
            Environments environments,
            Artifacts artifacts,
            Contexts contexts,
            Secrets secrets) {
        this.releases = releases;
        this.sequels = sequels;
        this.catalog = catalog;
        this.environments = environments;
        this.artifacts = artifacts;
        this.contexts = contexts;
        this.secrets = secrets;
    }

    @Override
    public Optional<Cargo> cargo(ReleaseId id, ComponentKey component) {
        return releases.find(id).flatMap(release -> cargo(release, component));
    }

    private Optional<Cargo> cargo(Release release, ComponentKey component) {
        var candidate = releases.candidate(release);
        return candidate.artifacts().stream()
                .filter(artifact -> artifact.component().equals(component))
                .findFirst()
                .map(artifact -> new Cargo(
                        release.version(),
                        artifact,
                        release.planned(),
                        releases.plan(release).downgrade(),
                        candidate.contents().commits()));
    }

    @Override
    public Optional<ReleaseId> original(ReleaseId release) {
        return sequels.original(release);
    }

    @Override
    public Optional<TargetDescription> target(EnvironmentKey environment, ComponentKey component) {
        return catalog.target(environment, component);
    }

    @Override
    public boolean holds(ReleaseId release, EnvironmentKey environment) {
        return environments.holds(release, environment);
    }

    @Override
    public Claiming claim(ReleaseId release, EnvironmentKey environment) {
        return environments.claim(release, environment);
    }

    @Override
    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        return environments.occupancy(environment, component);
    }

    @Override
    public void occupy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact) {
        environments.occupy(release, environment, component, version, artifact);
    }

    @Override
    public void vacate(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        environments.vacate(release, environment, component);
    }

    @Override
    public Snapshot surroundings(Spot spot) {
        var snapshot = contexts.resolve(spot.component(), spot.environment()).snapshot();
        contexts.keep(snapshot);
        return snapshot;
    }

    @Override
    public Optional<Snapshot> kept(String digest) {
        return contexts.kept(digest);
    }

    @Override
    public Opening open(Snapshot snapshot) {
        return secrets.open(snapshot);
    }

    @Override
    public ArtifactCheck check(Artifact artifact) {
        return artifacts.check(artifact);
    }

    @Override
    public Path local(Artifact artifact) {
        return artifacts.local(artifact);
    }
}
