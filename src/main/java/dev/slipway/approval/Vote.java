package dev.slipway.approval;

import dev.slipway.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said on a seat.
 *
 * @param voter who said it
 * @param standsFor in whose stead; null where the voter spoke for themselves
 * @param at when it was said, also where it has been carried over since
 * @param carriedFrom the earlier request that it was cast on; null where it was cast on this one
 */
public record Vote(
        PersonId voter,
        @Nullable PersonId standsFor,
        Decision decision,
        String comment,
        Instant at,
        @Nullable ApprovalId carriedFrom) {

    /** Whose voice it is: one voice counts once, whoever speaks for it. */
    public PersonId voice() {
        return standsFor == null ? voter : standsFor;
    }
}
