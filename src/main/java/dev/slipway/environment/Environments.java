package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Knows what is where, and who may change it now; the only way into this module. */
@Service
public class Environments {

    /** Claims all of the release's components there, exclusively, or none. Safe to repeat: a release that holds the claim keeps it. */
    public Claiming claim(ReleaseId release, EnvironmentKey environment) {
        throw new UnsupportedOperationException();
    }

    /** Gives the claim up and tells the first in the queue. Safe to repeat. A release that ends gives up all its claims by itself. */
    public void release(ReleaseId release, EnvironmentKey environment) {
        throw new UnsupportedOperationException();
    }

    /** Whether the release holds the environment now. */
    public boolean holds(ReleaseId release, EnvironmentKey environment) {
        throw new UnsupportedOperationException();
    }

    /** Records what a finished move left behind. */
    public void occupy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, String version, Digest artifact) {
        throw new UnsupportedOperationException();
    }

    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        throw new UnsupportedOperationException();
    }

    /** Everything that is anywhere. */
    public List<Occupancy> matrix() {
        throw new UnsupportedOperationException();
    }

    /** All claims held now, with who waits for them. */
    public List<Claim> claims() {
        throw new UnsupportedOperationException();
    }
}
