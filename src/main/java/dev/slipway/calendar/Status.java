package dev.slipway.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether something may be deployed at an instant.
 *
 * @param reason why it is closed; empty where it is open
 * @param nextOpening when it opens; the instant itself where it is open, null where it never does by itself
 */
public record Status(
        boolean closed, String reason, @Nullable Instant nextOpening) {}
