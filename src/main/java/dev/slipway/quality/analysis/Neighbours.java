package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Digest;
import dev.slipway.journal.Actor;
import dev.slipway.release.Acceptance;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.net.URI;
import java.util.Optional;

/** All that analyses ask of other modules. */
interface Neighbours {

    Optional<Release> release(ReleaseId id);

    Digest candidate(ReleaseId id);

    Acceptance acceptance(ReleaseId id);

    /** What it is judged by in one environment: the product's criteria hold only where there is somebody to ask. */
    default Acceptance acceptance(ReleaseId id, EnvironmentKey environment) {
        var planned = acceptance(id);
        return planned.isOfProduct() && prometheus(environment).isEmpty() ? planned.withoutCriteria() : planned;
    }

    /** The Prometheus of an environment. */
    Optional<URI> prometheus(EnvironmentKey environment);

    Optional<EnvironmentKey> production(ProductKey product);

    boolean mayPlan(Actor actor, String product);

    boolean mayReportAlerts(Actor actor, String product);
}
