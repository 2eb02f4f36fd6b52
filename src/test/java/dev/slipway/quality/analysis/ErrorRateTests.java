package dev.slipway.quality.analysis;

import static dev.slipway.quality.analysis.Recordings.counted;
import static dev.slipway.quality.analysis.Recordings.figure;
import static dev.slipway.quality.analysis.Recordings.measured;
import static dev.slipway.quality.analysis.Recordings.share;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.quality.statistics.Errors;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How often judgements are wrong, in 2,000 simulated runs each. The seed is fixed, and the tolerance so small that it hides nothing. */
class ErrorRateTests {

    private static final int RUNS = 2_000;
    private static final int ONE_IN_A_HUNDRED = RUNS / 100;
    private static final int NINETY_FIVE_IN_A_HUNDRED = RUNS * 95 / 100;
    private static final double TINY = 0.001;

    private final Random random = new Random(20_261_123);

    @Test
    void identicalFiguresFailInLessThanOneRunInAHundredAtTheFloor() {
        for (var direction : Direction.values()) {
            var failed = runs(Finding.FAIL, () -> judge(figure(TINY, direction), normal(5, 100), normal(5, 100)));

            assertThat(failed).as("at the floor, " + direction).isLessThan(ONE_IN_A_HUNDRED);
        }
        assertThat(runs(Finding.FAIL, () -> judge(figure(TINY, Direction.INCREASE), normal(50, 100), normal(50, 100))))
                .as("with as many as recommended")
                .isLessThan(ONE_IN_A_HUNDRED);
    }

    @Test
    void identicalFiguresFailInLessThanOneRunInAHundredHoweverOftenOneLooks() {
        var failed = runs(Finding.FAIL, () -> {
            var own = normal(Errors.EARLY_LOOKS, 100);
            var former = normal(Errors.EARLY_LOOKS, 100);
            for (var look = 5; look < Errors.EARLY_LOOKS; look++) {
                var early = measured(figure(TINY, Direction.INCREASE), first(look, own), first(look, former));
                if (finding(early, Errors.ofEarlyLook()) == Finding.FAIL) {
                    return Finding.FAIL;
                }
            }
            return judge(figure(TINY, Direction.INCREASE), own, former);
        });

        assertThat(failed).isLessThan(ONE_IN_A_HUNDRED);
    }

    @Test
    void identicalErrorRatesFailInLessThanOneRunInAHundredAtTheFloor() {
        for (var rate : new double[] {0.005, 0.05, 0.3}) {
            var failed = runs(Finding.FAIL, () -> counts(0.01, 300, rate, 300, rate));

            assertThat(failed).as("at a rate of " + rate).isLessThan(ONE_IN_A_HUNDRED);
        }
        assertThat(runs(Finding.FAIL, () -> counts(TINY, 5, 0.3, 5, 0.3)))
                .as("with five requests each")
                .isLessThan(ONE_IN_A_HUNDRED);
    }

    @Test
    void catchesADoubledErrorRateWithEnoughTraffic() {
        assertThat(runs(Finding.FAIL, () -> counts(0.005, 6_000, 0.02, 6_000, 0.01)))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
        assertThat(runs(Finding.FAIL, () -> counts(0.01, 1_200, 0.10, 1_200, 0.05)))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
    }

    @Test
    void catchesFiveFailuresInAHundredAndADoubledLatency() {
        assertThat(runs(Finding.FAIL, () -> counts(0.01, 500, 0.05, 4_500, 0.001)))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
        assertThat(runs(Finding.FAIL, () -> judge(figure(0.25, Direction.INCREASE), normal(12, 200), normal(12, 100))))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
    }

    @Test
    void letsAGoodVersionPassByItself() {
        assertThat(runs(Finding.PASS, () -> judge(figure(0.25, Direction.INCREASE), normal(20, 100), normal(20, 100))))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
        assertThat(runs(Finding.PASS, () -> counts(0.01, 2_000, 0.004, 2_000, 0.004)))
                .isGreaterThan(NINETY_FIVE_IN_A_HUNDRED);
    }

    @Test
    void aVersionThatIsTwiceAsBadAsToleratedHardlyEverPasses() {
        assertThat(runs(Finding.PASS, () -> counts(0.01, 300, 0.024, 300, 0.004)))
                .isLessThan(RUNS / 20);
        assertThat(runs(Finding.PASS, () -> judge(figure(0.25, Direction.INCREASE), normal(5, 150), normal(5, 100))))
                .isLessThan(RUNS / 20);
    }

    private static int runs(Finding wanted, Supplier<Finding> run) {
        var count = 0;
        for (var at = 0; at < RUNS; at++) {
            count += run.get() == wanted ? 1 : 0;
        }
        return count;
    }

    private Finding counts(double tolerance, int total, double rate, int formerTotal, double formerRate) {
        var recording = counted(
                share(tolerance, Direction.INCREASE),
                binomial(total, rate),
                total,
                binomial(formerTotal, formerRate),
                formerTotal);
        return finding(recording, Errors.ofLastLook());
    }

    private static Finding judge(AcceptanceCriterion criterion, double[] own, double[] former) {
        return finding(measured(criterion, own, former), Errors.ofLastLook());
    }

    private static Finding finding(Recording recording, Errors errors) {
        return Judge.judge(recording, errors).orElseThrow().finding();
    }

    private int binomial(int of, double rate) {
        var hits = 0;
        for (var at = 0; at < of; at++) {
            hits += random.nextDouble() < rate ? 1 : 0;
        }
        return hits;
    }

    /** With a spread of a tenth. */
    private double[] normal(int size, double mean) {
        var values = new double[size];
        Arrays.setAll(values, at -> mean + random.nextGaussian() * 10);
        return values;
    }

    private static double[] first(int many, double[] values) {
        return Arrays.copyOf(values, many);
    }
}
