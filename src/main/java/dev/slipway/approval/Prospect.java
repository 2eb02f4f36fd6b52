package dev.slipway.approval;

import dev.slipway.identity.Authors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who would be asked about a release that is being planned.
 *
 * @param authors who had a hand in its contents and is therefore not counted; null where nobody knows its contents
 * @param unread why its contents could not be read; empty where they were, or no revision is named yet
 */
public record Prospect(
        List<Expectation> expectations, @Nullable Authors authors, String unread) {}
