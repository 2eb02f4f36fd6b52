package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
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

    /** The Prometheus of an environment. */
    Optional<URI> prometheus(EnvironmentKey environment);

    boolean mayPlan(Actor actor, String product);

    boolean mayReportAlerts(Actor actor, String product);
}
