package dev.slipway.policy;

import java.time.Instant;

/**
 * A past decision that a changed table would have made otherwise.
 *
 * @param id its place among all decisions
 * @param release empty where the decision was that none may start
 * @param before what was decided, in words
 * @param after what would be decided
 * @param ended how the release really ended, or {@code pending}
 */
public record Changed(
        long id, String release, Instant at, Difference difference, String before, String after, String ended) {}
