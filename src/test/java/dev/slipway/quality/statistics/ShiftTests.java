package dev.slipway.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ShiftTests {

    private static final double TWO_SIDED_95 = 0.025;

    private static final Random RANDOM = new Random(20_261_123);

    @Test
    void agreesWithKayentasExample() {
        var shift = Shift.of(new double[] {10, 20, 30, 40}, new double[] {1, 2, 3, 4});

        assertThat(shift.lower(TWO_SIDED_95)).isEqualTo(6);
        assertThat(shift.upper(TWO_SIDED_95)).isEqualTo(39);
        assertThat(shift.estimate()).isEqualTo(22.5);
    }

    @Test
    void doesNotPretendToAnIntervalThatSamplesAreTooSmallFor() {
        var shift = Shift.of(new double[] {10, 20, 30}, new double[] {1, 2, 3});

        assertThat(shift.lower(0.01)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(shift.upper(0.01)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void knowsHowFarConstantsAreApart() {
        var shift = Shift.of(new double[] {2, 2, 2, 2, 2}, new double[] {1, 1, 1, 1, 1});

        assertThat(shift.lower(0.008)).isEqualTo(1);
        assertThat(shift.upper(0.008)).isEqualTo(1);
        assertThat(shift.meanRatio()).isEqualTo(2);
        assertThat(shift.superiority()).isEqualTo(1);
    }

    @Test
    void isNotTooCoarseForTinyFigures() {
        var x = new Random(1).doubles(60).map(value -> 3e-6 + value * 1e-7).toArray();
        var y = new Random(2).doubles(60).map(value -> 1e-6 + value * 1e-7).toArray();

        assertThat(Shift.of(x, y).estimate()).isCloseTo(2e-6, within(5e-8));
        assertThat(Shift.of(x, y).lower(0.008)).isBetween(1.9e-6, 2.0e-6);
    }

    /** The function whose roots R and Kayenta search for changes its sign exactly where the interval ends. */
    @RepeatedTest(50)
    void endsWhereTheRankTestChangesItsMind() {
        var error = 0.001 + RANDOM.nextDouble() * 0.2;
        var x = sample(5 + RANDOM.nextInt(20), 6);
        var y = sample(5 + RANDOM.nextInt(20), 5);
        var quantile = NormalDistribution.of(0, 1).inverseSurvivalProbability(error);

        var shift = Shift.of(x, y);

        if (Double.isFinite(shift.lower(error))) {
            assertThat(statistic(x, y, shift.lower(error) - 1e-7)).isGreaterThan(quantile);
            assertThat(statistic(x, y, shift.lower(error) + 1e-7)).isLessThanOrEqualTo(quantile);
            assertThat(statistic(x, y, shift.upper(error) + 1e-7)).isLessThan(-quantile);
            assertThat(statistic(x, y, shift.upper(error) - 1e-7)).isGreaterThanOrEqualTo(-quantile);
        }
        assertThat(shift.estimate()).isEqualTo(-Shift.of(y, x).estimate());
        assertThat(shift.lower(error)).isEqualTo(-Shift.of(y, x).upper(error));
        assertThat(shift.superiority()).isCloseTo(superiority(x, y), within(1e-12));
    }

    /** Half of them have ties. */
    private double[] sample(int size, double from) {
        var coarse = RANDOM.nextBoolean();
        return DoubleStream.generate(() -> from + RANDOM.nextGaussian())
                .map(value -> coarse ? Math.round(value) : value)
                .limit(size)
                .toArray();
    }

    /** As R's {@code wilcox.test} has it, from ranks. */
    private static double statistic(double[] x, double[] y, double shift) {
        double m = x.length;
        double n = y.length;
        var all = DoubleStream.concat(Arrays.stream(x).map(value -> value - shift), Arrays.stream(y))
                .toArray();
        var sum = 0.0;
        var ties = new HashMap<Double, Integer>();
        for (var at = 0; at < all.length; at++) {
            var own = all[at];
            var below = Arrays.stream(all).filter(other -> other < own).count();
            var equal = Arrays.stream(all).filter(other -> other == own).count();
            sum += at < m ? below + (equal + 1) / 2.0 : 0;
            ties.merge(own, 1, Integer::sum);
        }
        var correction = ties.values().stream()
                .mapToDouble(size -> Math.pow(size, 3) - size)
                .sum();
        var distance = sum - m * (m + 1) / 2 - m * n / 2;
        var sigma = Math.sqrt(m * n / 12 * (m + n + 1 - correction / ((m + n) * (m + n - 1))));
        return (distance - 0.5 * Math.signum(distance)) / sigma;
    }

    private static double superiority(double[] x, double[] y) {
        var sum = 0.0;
        for (var one : x) {
            for (var other : y) {
                sum += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        return sum / x.length / y.length;
    }
}
