package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Digest;
import dev.slipway.context.Opening;
import dev.slipway.context.Snapshot;
import dev.slipway.environment.Claiming;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.ReleaseId;
import java.nio.file.Path;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    /** Empty where the release or its candidate knows nothing of the component. */
    Optional<Cargo> cargo(ReleaseId release, ComponentKey component);

    Optional<TargetDescription> target(EnvironmentKey environment, ComponentKey component);

    boolean holds(ReleaseId release, EnvironmentKey environment);

    Claiming claim(ReleaseId release, EnvironmentKey environment);

    Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component);

    void occupy(ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact);

    void vacate(ReleaseId release, EnvironmentKey environment, ComponentKey component);

    /** What contexts give the spot now; kept by its digest. */
    Snapshot surroundings(Spot spot);

    /** What was kept by a digest. */
    Optional<Snapshot> kept(String digest);

    /** Opens the secrets of a snapshot. */
    Opening open(Snapshot snapshot);

    /** The release that this one is about; empty where it is about none. */
    Optional<ReleaseId> original(ReleaseId release);

    ArtifactCheck check(Artifact artifact);

    Path local(Artifact artifact);
}
