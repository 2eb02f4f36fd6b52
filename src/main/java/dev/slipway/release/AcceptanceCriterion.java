package dev.slipway.release;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be true of a version that users have already.
 *
 * @param query PromQL with placeholders; a figure, or the counter of what must not happen where {@code total} is given
 * @param total PromQL of the counter of everything; empty where the query is a figure
 * @param baseline what is asked about the former version; empty for the same query with its version
 * @param baselineTotal likewise for {@code total}
 * @param comparison how it has to stand to the threshold: {@code <=}, {@code <}, {@code >=} or {@code >}; empty where the former version is the measure
 * @param threshold null where the former version is the measure
 * @param failures how many measurements may miss the threshold
 * @param direction which change is for the worse
 * @param tolerance by how much it may be worse than the former version: of a figure a part of its median, of counts a part of all; null for the default
 * @param samples how many measurements, or requests counted, each side needs at least; null for the least that can be judged
 * @param during how long it is measured; null for as long as the release is watched
 */
public record AcceptanceCriterion(
        String name,
        String query,
        String total,
        String baseline,
        String baselineTotal,
        String comparison,
        @Nullable Double threshold,
        int failures,
        Direction direction,
        @Nullable Double tolerance,
        @Nullable Integer samples,
        @Nullable Duration during) {

    /** Fewer on either side cannot be told apart with any certainty. */
    public static final int FEWEST_SAMPLES = 5;

    private static final double TOLERANCE_OF_FIGURES = 0.25;
    private static final double TOLERANCE_OF_COUNTS = 0.01;

    /** Which change is for the worse. */
    public enum Direction {
        INCREASE,
        DECREASE,
        EITHER
    }

    /** Whether it counts so many of so many, and does not measure a figure. */
    public boolean counts() {
        return !total.isEmpty();
    }

    /** Whether the former version is the measure, and not a threshold. */
    public boolean compares() {
        return threshold == null;
    }

    /** What is asked about the former version. */
    public String formerQuery() {
        return baseline.isEmpty() ? query : baseline;
    }

    public String formerTotal() {
        return baselineTotal.isEmpty() ? total : baselineTotal;
    }

    /** Whether it can be asked only while both versions are in use: it tells them apart by nothing but their names. */
    public boolean needsBothVersions() {
        return compares() && baseline.isEmpty();
    }

    public double tolerated() {
        return Optional.ofNullable(tolerance).orElse(counts() ? TOLERANCE_OF_COUNTS : TOLERANCE_OF_FIGURES);
    }

    public int fewestSamples() {
        return Math.max(FEWEST_SAMPLES, Optional.ofNullable(samples).orElse(0));
    }
}
