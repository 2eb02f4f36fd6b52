package dev.slipway.drill;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Move;
import dev.slipway.environment.Occupancy;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    Actor actor();

    /** Whether whoever acts now may drill the product. */
    boolean may(ProductKey product);

    Optional<Product> product(ProductKey key);

    Optional<Environment> environment(EnvironmentKey key);

    /** Those that users have or had, newest first. */
    List<Release> released(ProductKey product);

    List<Artifact> artifacts(ReleaseId release);

    /** What has been there, newest first, beginning with what is there now. */
    List<Occupancy> history(EnvironmentKey environment, ComponentKey component);

    Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component);

    List<Move> moves(ReleaseId release);

    /** Opens the release that carries a drill, in the present transaction. */
    Release open(ReleaseId original, EnvironmentKey environment, String reason);
}
