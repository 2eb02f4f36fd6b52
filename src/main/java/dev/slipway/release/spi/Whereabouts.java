package dev.slipway.release.spi;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.util.Optional;

/** What a release needs to know about environments before it is opened or superseded. */
public interface Whereabouts {

    /** The version that is there now. */
    Optional<String> version(EnvironmentKey environment, ComponentKey component);

    /** Whether the release holds, or is about to hold, an environment. */
    boolean moves(ReleaseId release);
}
