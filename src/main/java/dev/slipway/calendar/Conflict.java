package dev.slipway.calendar;

import org.jspecify.annotations.Nullable;

/**
 * Something that will not go as it is planned.
 *
 * @param other the release that it meets; null where it meets a window or a freeze
 */
public record Conflict(Kind kind, Planned planned, @Nullable Planned other, String reason) {

    /** What is in the way. */
    public enum Kind {
        /** It is planned for a time at which nothing may be deployed. */
        CLOSED,
        /** Both go to the same targets. */
        TARGET,
        /** Both go to the same environment. */
        ENVIRONMENT,
        /** Both are of the same product. */
        PRODUCT,
        /** One product does not work without the other, and both go to the same environment. */
        DEPENDENCY,
        /** Both need the same person. */
        PERSON
    }
}
