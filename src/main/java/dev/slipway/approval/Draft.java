package dev.slipway.approval;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.identity.Authors;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import dev.slipway.release.Candidate;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Instant;
import java.util.List;

/**
 * A release that is being planned.
 *
 * @param planned whether it answers to no incident
 */
public record Draft(ProductKey product, FlowKey flow, boolean planned, List<PersonId> stakeholders) {

    static final ReleaseId NONE = new ReleaseId("(draft)");

    /** Whoever plans it will have requested it; nothing is known of its contents yet. */
    Subject subject(Actor requester, Instant now) {
        var release =
                new Release(NONE, product, "", flow, State.PENDING, null, requester, planned, 1, 1, now, null, "");
        var candidate = new Candidate(
                NONE, 1, new Digest("0".repeat(64)), new Contents("", "", "", List.of()), List.of(), Authors.NONE, now);
        return new Subject(release, candidate, stakeholders);
    }
}
