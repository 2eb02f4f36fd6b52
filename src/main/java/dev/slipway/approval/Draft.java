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
 * @param from where its contents begin; empty for the newest tag before the revision
 * @param revision what is to be released; empty where nobody has said it yet
 */
public record Draft(
        ProductKey product, FlowKey flow, boolean planned, List<PersonId> stakeholders, String from, String revision) {

    static final ReleaseId NONE = new ReleaseId("(draft)");
    static final Contents UNKNOWN = new Contents("", "", "", List.of());

    /** Whoever plans it will have requested it. */
    Subject subject(Actor requester, Instant now, Contents contents, Authors authors) {
        var release =
                new Release(NONE, product, "", flow, State.PENDING, null, requester, planned, 1, 1, now, null, "");
        var candidate = new Candidate(NONE, 1, new Digest("0".repeat(64)), contents, List.of(), authors, now);
        return new Subject(release, candidate, stakeholders);
    }
}
