package dev.slipway.release;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release as it stands now.
 *
 * @param heldBecause the reason it is on hold; null where it is not
 * @param requester who opened it, and therefore cannot approve it
 * @param planVersion from 1
 * @param candidate the number of the current candidate
 * @param endedAt null while it is pending
 * @param outcome why it ended as it did; empty while it is pending
 */
public record Release(
        ReleaseId id,
        ProductKey product,
        String version,
        FlowKey flow,
        State state,
        @Nullable String heldBecause,
        Actor requester,
        boolean planned,
        int planVersion,
        int candidate,
        Instant openedAt,
        @Nullable Instant endedAt,
        String outcome) {

    /** Whether it only drills a roll-back, before production. */
    public boolean isDrill() {
        return flow.equals(FlowKey.DRILL);
    }

    /** Whether it brings something to users, and is not about another release. */
    public boolean bringsSomething() {
        return flow.isOfAProduct();
    }
}
