package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;

/**
 * How it stands with one component in one environment that a release has changed.
 *
 * @param version what the release put there
 * @param before what was there before; empty where nothing was
 * @param now what is there now, as far as it is on record; empty where nothing is
 * @param reason why it could not be moved as it should; empty where it could
 */
public record Standing(
        EnvironmentKey environment,
        ComponentKey component,
        String version,
        String before,
        String now,
        State state,
        String reason) {

    /** Whether it could be put back. */
    public boolean isToBePutBack() {
        return state == State.THERE || state == State.UNCERTAIN || state == State.STUCK;
    }

    @Override
    public String toString() {
        return component + " in " + environment;
    }

    /** What became of what the release put there. */
    public enum State {
        /** It is there. */
        THERE,
        /** The last move has not ended, or failed: what is there is not certain. */
        UNCERTAIN,
        /** Another release has moved on from it. */
        OVERTAKEN,
        /** What was there before is back. */
        BACK,
        /** It was to be put back and could not be. */
        STUCK
    }
}
