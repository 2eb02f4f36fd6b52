package dev.slipway.calendar;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.util.Optional;
import java.util.Set;

/** What this module asks of the modules around it. */
interface Neighbours {

    Actor actor();

    boolean may(Act act, ProductKey product);

    /** Whether the actor may do this to all that the scope is about: every product that it can hold. */
    boolean may(Act act, Scope scope);

    boolean exists(ProductKey product);

    boolean exists(EnvironmentKey environment);

    /** Whether the product goes there. */
    boolean goes(ProductKey product, EnvironmentKey environment);

    Optional<Release> release(ReleaseId id);

    /** Everybody who had a hand in the contents that the release is about now. */
    Set<PersonId> authors(ReleaseId release);
}
