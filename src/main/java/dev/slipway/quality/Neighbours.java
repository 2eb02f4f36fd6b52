package dev.slipway.quality;

import dev.slipway.journal.Actor;
import dev.slipway.policy.CriterionRule;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Optional;

/** All that this module asks of the others. */
interface Neighbours {

    Optional<Subject> subject(ReleaseId release);

    List<CriterionRule> criteria(Subject subject, String gate);

    boolean mayAttach(Actor actor, Subject subject);
}
