package dev.slipway.approval;

import dev.slipway.identity.GroupId;
import dev.slipway.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One voice that is asked for.
 *
 * @param number from 1, over the whole request
 * @param label names seats apart: {@code Security, 1 of 2}
 * @param reserved the only person who may take it; null where anybody of the role may
 * @param voter null while it is empty
 */
public record Seat(
        int number,
        GroupId role,
        String label,
        @Nullable PersonId reserved,
        @Nullable PersonId voter,
        @Nullable Decision decision,
        String comment,
        @Nullable Instant at) {}
