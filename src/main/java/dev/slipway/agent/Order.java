package dev.slipway.agent;

import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work for an agent.
 *
 * @param visit the activity instance that needs it; a retry is the same visit
 * @param work tells the orders of a visit apart: {@code production payments/service}
 * @param topic the step that needs it: {@code deploy}
 * @param details what whoever placed it has to remember of it
 * @param attempts how often an agent has taken it
 * @param agent the name of the agent that has it, or had it last; empty where none ever had
 * @param worker the agent's hand that has it
 * @param host the machine on which its work was last begun; empty where none was
 * @param busyUntil until when work may go on there without its agent; null where none can
 * @param reason why it did not end well, or the answer where something was asked; empty otherwise
 */
public record Order(
        long id,
        String visit,
        String work,
        String topic,
        ReleaseId release,
        ProductKey product,
        Selector selector,
        String details,
        State state,
        Instant placedAt,
        int attempts,
        String agent,
        String worker,
        @Nullable Instant lockedUntil,
        String host,
        @Nullable Instant busyUntil,
        String reason) {

    /** Where it stands. */
    public enum State {
        /** It waits for an agent. */
        OPEN,
        TAKEN,
        DONE,
        /** The target said no. */
        FAILED,
        /** The attempt came to nothing, and nothing of it works any more; another one may do better. */
        CAME_TO_NOTHING,
        /** That has been noted; it is not offered until somebody asks for another attempt. */
        RESTING;

        /** Whether an agent has said how it ended. */
        public boolean isReported() {
            return this == DONE || this == FAILED || this == CAME_TO_NOTHING;
        }
    }

    /** Nobody has it, or whoever had it has not been heard of. */
    boolean isFree(Instant now) {
        return state == State.OPEN || (state == State.TAKEN && lockedUntil != null && lockedUntil.isBefore(now));
    }

    /** Its work may still go on on another machine, where nobody from this one can see it. */
    boolean isBusyElsewhere(String here, Instant now) {
        return !host.isEmpty() && !host.equals(here) && busyUntil != null && busyUntil.isAfter(now);
    }
}
