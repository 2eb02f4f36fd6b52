package dev.slipway.quality.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ShareTests {

    private static final Random RANDOM = new Random(20_261_123);

    @Test
    void agreesWithNewcombesExample() {
        var above = new Share(56, 70).upperAbove(new Share(48, 80), 0.025);
        var below = -new Share(48, 80).upperAbove(new Share(56, 70), 0.025);

        assertThat(above).isCloseTo(0.3339, within(5e-5));
        assertThat(below).isCloseTo(0.0524, within(5e-5));
    }

    @Test
    void keepsTheRuleOfThree() {
        assertThat(Share.ruleOfThree(0.01)).isEqualTo(300);
        assertThat(new Share(0, 300).upper(0.05)).isLessThan(0.01);
        assertThat(new Share(0, 290).upper(0.05)).isGreaterThan(0.01);
        assertThat(new Share(0, 300).upperAbove(new Share(0, 300), 0.05)).isLessThan(0.01);
    }

    @Test
    void saysNothingOfNothing() {
        assertThat(new Share(0, 0).pAbove(new Share(3, 10))).isEqualTo(1);
        assertThat(new Share(0, 10).pAbove(new Share(0, 10))).isEqualTo(1);
        assertThat(new Share(10, 10).pAbove(new Share(10, 10))).isEqualTo(1);
        assertThat(new Share(0, 0).upper(0.05)).isEqualTo(1);
    }

    @RepeatedTest(40)
    void countsEveryTableThatFisherWouldCount() {
        var own = new Share(RANDOM.nextInt(20), 20 + RANDOM.nextInt(30));
        var other = new Share(1 + RANDOM.nextInt(15), 16 + RANDOM.nextInt(30));

        assertThat(own.pAbove(other)).isCloseTo(hypergeometric(own, other), within(1e-12));
    }

    @Test
    void addsUpTheTailOfTheBinomial() {
        assertThat(new Share(2, 3).pAbove(0.1)).isCloseTo(3 * 0.01 * 0.9 + 0.001, within(1e-12));
    }

    /** Of all tables with the same margins those with at least so many hits of its own. */
    private static double hypergeometric(Share own, Share other) {
        var hits = own.hits() + other.hits();
        var all = choose(own.of() + other.of(), hits);
        var tail = BigInteger.ZERO;
        for (var at = own.hits(); at <= Math.min(hits, own.of()); at++) {
            tail = tail.add(choose(own.of(), at).multiply(choose(other.of(), hits - at)));
        }
        return new BigDecimal(tail)
                .divide(new BigDecimal(all), MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigInteger choose(int of, int many) {
        var result = many > of ? BigInteger.ZERO : BigInteger.ONE;
        for (var at = 1; at <= many && many <= of; at++) {
            result = result.multiply(BigInteger.valueOf(of - many + at)).divide(BigInteger.valueOf(at));
        }
        return result;
    }
}
