package dev.slipway.content;

import java.util.List;

/**
 * How much lies between the two points of a release's contents.
 *
 * @param files how many files differ; -1 where nobody counted
 * @param lines how many lines were added or removed; -1 where there are too many files to count, or nobody did
 * @param migrations files that change a database, the first hundred
 */
public record Extent(int files, int lines, List<String> migrations) {

    /** Contents that were read before anybody counted. */
    public static final Extent UNKNOWN = new Extent(-1, -1, List.of());
}
