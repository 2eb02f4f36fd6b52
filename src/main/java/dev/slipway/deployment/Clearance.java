package dev.slipway.deployment;

import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.context.Opening;
import dev.slipway.context.Snapshot;
import dev.slipway.environment.Claiming;
import dev.slipway.release.ReleaseId;
import java.util.Optional;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.springframework.stereotype.Component;

/** Everything that can be said against a move, in words; empty where nothing can. */
@Component
class Clearance {

    private final Neighbours neighbours;
    private final TargetAdapters adapters;

    Clearance(Neighbours neighbours, TargetAdapters adapters) {
        this.neighbours = neighbours;
        this.adapters = adapters;
    }

    Optional<String> noTarget(Spot spot) {
        var place = neighbours.target(spot.environment(), spot.component());
        if (place.isEmpty()) {
            return Optional.of("There is no target for " + spot + ". Describe one in the catalogue.");
        }
        return adapters.of(place.get()).isPresent()
                ? Optional.empty()
                : Optional.of("The target of " + spot + " uses the adapter '"
                        + place.get().adapter() + "', which does not exist. There are " + adapters.adapters() + ".");
    }

    Optional<String> notClaimed(ReleaseId release, Spot spot) {
        return neighbours.holds(release, spot.environment())
                ? Optional.empty()
                : Optional.of(release + " does not hold " + spot.environment() + ". Claim it before the move.");
    }

    /** A release that takes something back may have given its claim up already: it claims again. */
    Optional<String> heldByAnother(ReleaseId release, Spot spot) {
        return !neighbours.holds(release, spot.environment())
                        && neighbours.claim(release, spot.environment()) instanceof Claiming.Held held
                ? Optional.of(held.component() + " in " + held.environment() + " is held by " + held.by()
                        + ". Nothing can be put back while it moves there.")
                : Optional.empty();
    }

    Optional<String> downgrade(Spot spot, Cargo cargo) {
        return neighbours
                .occupancy(spot.environment(), spot.component())
                .filter(there -> cargo.downgrade().isBlank())
                .filter(there ->
                        new ComparableVersion(there.version()).compareTo(new ComparableVersion(cargo.version())) > 0)
                .map(there -> spot + " is at " + there.version() + ", which is newer than " + cargo.version()
                        + ". If that is meant, amend the plan with a reason for the downgrade.");
    }

    /** A secret without a value, or one that cannot be opened. */
    Optional<String> incomplete(Snapshot surroundings) {
        return neighbours.open(surroundings) instanceof Opening.Missing missing
                ? Optional.of(String.join(" ", missing.reasons()))
                : Optional.empty();
    }

    Optional<String> unknown(String context) {
        return neighbours
                .kept(context)
                .map(this::incomplete)
                .orElseGet(() -> Optional.of("What contexts gave it then, " + context + ", is not kept any more."));
    }

    Optional<String> spoiled(Artifact artifact) {
        var check = neighbours.check(artifact);
        if (check instanceof ArtifactCheck.Altered altered) {
            return Optional.of("The artifact at " + artifact.location() + " is not what it was: its digest is "
                    + altered.actual().brief() + ", not " + artifact.digest().brief() + ".");
        }
        return check instanceof ArtifactCheck.Unreachable unreachable
                ? Optional.of("The artifact at " + artifact.location() + " cannot be had: " + unreachable.reason())
                : Optional.empty();
    }
}
