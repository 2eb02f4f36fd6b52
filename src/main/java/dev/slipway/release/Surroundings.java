package dev.slipway.release;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Contents;
import dev.slipway.content.Reading;
import dev.slipway.identity.Act;
import dev.slipway.identity.Authors;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.util.List;
import java.util.Optional;

/** What this module asks of the modules around it. */
interface Surroundings {

    Actor actor();

    boolean may(Act act, ProductKey product);

    boolean exists(PersonId person);

    Authors authors(Contents contents);

    Optional<Product> product(ProductKey key);

    List<ProductKey> products();

    Reading contents(Product product, String from, String revision);

    ArtifactCheck check(Artifact artifact);

    /** The version that is there now. */
    Optional<String> version(EnvironmentKey environment, ComponentKey component);

    /** Whether the release holds, or is about to hold, an environment. */
    boolean moves(ReleaseId release);

    /** What the policy says to a release that is about to be opened. */
    Permit permit(Release prospect, Candidate candidate, Plan plan, Trigger trigger);

    /** Keeps what the policy said, with the release or, where it said no, without one. */
    void keep(Permit permit, Optional<ReleaseId> release);
}
