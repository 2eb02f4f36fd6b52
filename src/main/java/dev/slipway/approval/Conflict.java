package dev.slipway.approval;

import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who must not decide.
 *
 * @param other null where the person must not decide at all; otherwise the two must not decide together, nor about what the other one requested or wrote
 * @param product where that holds; null for everywhere
 * @param endedAt null while it holds
 */
public record Conflict(
        long id,
        PersonId person,
        @Nullable PersonId other,
        @Nullable ProductKey product,
        String reason,
        String enteredBy,
        Instant enteredAt,
        @Nullable Instant endedAt) {

    /** Whether it is between two people. */
    public boolean isPair() {
        return other != null;
    }

    /** Whom it is about. */
    List<PersonId> people() {
        return other == null ? List.of(person) : List.of(person, other);
    }

    /** The other one of the two; null where the person is neither, or there is no other. */
    @Nullable
    PersonId against(PersonId one) {
        if (other == null) {
            return null;
        }
        if (one.equals(person)) {
            return other;
        }
        return one.equals(other) ? person : null;
    }
}
