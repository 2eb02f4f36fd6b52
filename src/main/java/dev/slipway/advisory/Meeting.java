package dev.slipway.advisory;

import dev.slipway.identity.PersonId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One meeting of a board.
 *
 * @param start when it begins where the board meets
 * @param startsAt the same as an instant
 * @param place a room or a link; empty where none is said
 * @param minutes what was said and decided; final once the meeting is held, and the reason once it is cancelled
 * @param digest the SHA-256 of the minutes; null until they are published
 */
public record Meeting(
        String id,
        String board,
        LocalDateTime start,
        ZoneId zone,
        Instant startsAt,
        String place,
        State state,
        Set<PersonId> attendance,
        String minutes,
        @Nullable String digest,
        @Nullable PersonId closedBy,
        @Nullable Instant closedAt) {

    public boolean isPlanned() {
        return state == State.PLANNED;
    }

    /** How a meeting stands. */
    public enum State {
        PLANNED,
        /** The minutes are published; nothing about it changes any more. */
        HELD,
        CANCELLED
    }
}
