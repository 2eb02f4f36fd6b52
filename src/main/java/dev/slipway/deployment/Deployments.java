package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Moves components and remembers every move; the only way into this module. Intent and outcome are written in transactions of their own: call it outside any
 * transaction.
 */
@Service
public class Deployments {

    /**
     * Puts the release's candidate of one component on a share of the environment's instances. Called again with the same visit it finds its intent, asks the
     * target what is true, and moves only what is left to move.
     */
    public Moving deploy(
            ReleaseId release, EnvironmentKey environment, ComponentKey component, int share, String visit) {
        throw new UnsupportedOperationException();
    }

    /** Puts back what was there before the release's first move; removes the component where nothing was. Nothing moved: nothing to do. */
    public Moving restore(ReleaseId release, EnvironmentKey environment, ComponentKey component, String visit) {
        throw new UnsupportedOperationException();
    }

    /** All moves of a release, oldest first. */
    public List<Move> of(ReleaseId release) {
        throw new UnsupportedOperationException();
    }

    /** Environments that the release has changed and not put back, in the order of its first moves. */
    public List<EnvironmentKey> touched(ReleaseId release) {
        throw new UnsupportedOperationException();
    }
}
