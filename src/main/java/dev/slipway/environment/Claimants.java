package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.util.List;

/** Those who claim: what a release would change. */
interface Claimants {

    /**
     * Looks a pending release up and keeps it from ending until the transaction does; one that has ended may claim only the environment where it is what is
     * planned, to put that right; a drill may claim nothing in production.
     */
    Claimant entitled(ReleaseId release, EnvironmentKey environment);

    /** @param components in the order of their names */
    record Claimant(ReleaseId release, ProductKey product, List<ComponentKey> components) {}
}
