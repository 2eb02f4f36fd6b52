package dev.slipway.release.spi;

import dev.slipway.policy.Fact;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import java.util.Map;

/** Tells policies what a module above this one knows about a release. */
public interface FactSource {

    /** The same facts for every release, so that a table can count on them. */
    Map<Fact, Object> about(Release release, Candidate candidate);

    /** The same facts about a release that is only about to be opened. */
    Map<Fact, Object> aboutProspect();

    /** As {@link #aboutProspect()}, where something is known of its product already; the prospect has no id. */
    default Map<Fact, Object> aboutProspect(Release prospect) {
        return aboutProspect();
    }
}
