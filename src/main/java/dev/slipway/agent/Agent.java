package dev.slipway.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A program near some targets that does work for Slipway. It asks for work; nothing connects to it.
 *
 * @param account the service account whose token it comes with
 * @param session tells its present life from earlier ones
 * @param drainedBy who has asked it to leave; empty where nobody has
 */
public record Agent(
        String name,
        String account,
        String session,
        Map<String, String> labels,
        Set<String> topics,
        String version,
        String host,
        State state,
        Instant connectedAt,
        Instant lastSeenAt,
        String drainedBy) {

    /** What it says of itself. */
    public enum State {
        WORKING,
        /** It takes nothing new, finishes what it has begun, and leaves. */
        DRAINING,
        GONE
    }

    /** Whether it has been heard of within that time, and has not said goodbye. */
    public boolean isHere(Instant now, Duration patience) {
        return state != State.GONE && lastSeenAt.plus(patience).isAfter(now);
    }

    boolean takes(String topic, Selector selector) {
        return state == State.WORKING && topics.contains(topic) && selector.matches(name, labels);
    }
}
