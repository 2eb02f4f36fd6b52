package dev.slipway.deployment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A move with what only this module needs to know about it.
 *
 * @param location where the artifact that it puts there lies; empty where it takes the component away
 * @param context the digest of what contexts give it
 * @param given what its target's description gives it
 * @param configuration the digest of all that it is made with
 * @param unavailable percent of the instances that may be out at the same time
 * @param previous what was there before
 * @param host the machine on which its work was last started; null where none works
 * @param process its number there
 */
record KeptMove(
        long id,
        Move move,
        String location,
        String context,
        Given given,
        String configuration,
        int unavailable,
        Placed previous,
        @Nullable Instant recoveredAt,
        @Nullable String host,
        @Nullable Long process,
        @Nullable Instant processStartedAt) {

    Spot spot() {
        return new Spot(move.environment(), move.component());
    }

    boolean isOpen() {
        return move.status() == Move.Status.INTENDED;
    }

    boolean removes() {
        return move.version().isEmpty();
    }
}
