package dev.slipway.quality.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;

/**
 * How far one sample lies above another, whatever their distribution.
 *
 * <p>The estimate is that of Hodges and Lehmann (1963): the median of all pairwise differences. The interval is that of Moses, which inverts the rank test of
 * Mann and Whitney (1947) in its normal approximation with correction for continuity and ties: Hollander, Wolfe and Chicken, <i>Nonparametric Statistical
 * Methods</i>, section 4.3; {@code wilcox.test(x, y, conf.int = TRUE, exact = FALSE)} in R. Its ends are pairwise differences, found by counting and
 * not by a search for roots, so that no tolerance limits how small the figures may be.
 */
public final class Shift {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] x;
    private final double[] y;
    private final double[] differences;
    private final double sigma;

    private Shift(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        this.differences = differences(x, y);
        this.sigma = sigma(x, y);
    }

    /** Of x above y; neither may be empty. */
    public static Shift of(double[] x, double[] y) {
        if (x.length == 0 || y.length == 0) {
            throw new IllegalArgumentException("a shift needs a sample on either side");
        }
        return new Shift(x.clone(), y.clone());
    }

    /** The estimate of Hodges and Lehmann. */
    public double estimate() {
        return median(differences);
    }

    /** The shift is larger than this, but for the given chance of being wrong; minus infinity where the samples are too small to say so. */
    public double lower(double error) {
        var rank = rank(error);
        return rank < 1 ? Double.NEGATIVE_INFINITY : differences[rank - 1];
    }

    /** The shift is smaller than this, but for the given chance of being wrong; infinity where the samples are too small to say so. */
    public double upper(double error) {
        var rank = rank(error);
        return rank < 1 ? Double.POSITIVE_INFINITY : differences[differences.length - rank];
    }

    /** The two-sided p-value of the test of Mann and Whitney, in the same approximation as the interval. */
    public double p() {
        return MannWhitneyUTest.withDefaults()
                .with(PValueMethod.ASYMPTOTIC)
                .test(x, y)
                .getPValue();
    }

    /** The mean of x divided by that of y; NaN where that of y is zero. */
    public double meanRatio() {
        var mean = Arrays.stream(y).average().orElseThrow();
        return mean == 0 ? Double.NaN : Arrays.stream(x).average().orElseThrow() / mean;
    }

    /** How likely a value of x is above one of y, ties counted half: the common language effect size of McGraw and Wong (1992). */
    public double superiority() {
        var above = 0.0;
        for (var difference : differences) {
            above += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
        }
        return above / differences.length;
    }

    /** The middle of the values, or the mean of the two in the middle. */
    public static double median(double... values) {
        var sorted = sorted(values);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2;
    }

    /** The rank of the difference that ends the interval, counted from the outside; below one where even the last is within. */
    private int rank(double error) {
        var quantile = NORMAL.inverseSurvivalProbability(error);
        return (int) Math.ceil(differences.length / 2.0 - 0.5 - quantile * sigma);
    }

    private static double[] differences(double[] x, double[] y) {
        var differences = new double[x.length * y.length];
        var at = 0;
        for (var one : x) {
            for (var other : y) {
                differences[at++] = one - other;
            }
        }
        Arrays.sort(differences);
        return differences;
    }

    private static double sigma(double[] x, double[] y) {
        double both = x.length + y.length;
        var ties = both < 2 ? 0 : (ties(x) + ties(y)) / (both * (both - 1));
        return Math.sqrt(x.length * (double) y.length / 12 * (both + 1 - ties));
    }

    /** Of all groups of equal values the cube of their size less their size, added up. */
    private static double ties(double[] values) {
        var sorted = sorted(values);
        var sum = 0.0;
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            double size = to - from;
            sum += size * size * size - size;
        }
        return sum;
    }

    private static double[] sorted(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
