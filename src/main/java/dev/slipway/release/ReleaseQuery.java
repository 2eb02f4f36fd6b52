package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which releases to list, newest first.
 *
 * @param states all where empty
 * @param product null for all
 * @param text part of a release's id; empty for all
 * @param before the last one already seen; null for the start
 * @param drills whether drills are listed too
 */
public record ReleaseQuery(
        Set<State> states,
        @Nullable ProductKey product,
        String text,
        @Nullable ReleaseId before,
        int limit,
        boolean drills) {

    /** Lists drills too. */
    public ReleaseQuery(
            Set<State> states, @Nullable ProductKey product, String text, @Nullable ReleaseId before, int limit) {
        this(states, product, text, before, limit, true);
    }

    public ReleaseQuery withoutDrills() {
        return new ReleaseQuery(states, product, text, before, limit, false);
    }
}
