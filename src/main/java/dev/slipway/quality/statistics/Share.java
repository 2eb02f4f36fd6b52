package dev.slipway.quality.statistics;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;
import org.apache.commons.statistics.inference.FisherExactTest;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * So many out of so many, such as failed requests.
 *
 * @param hits at most {@code of}
 */
public record Share(int hits, int of) {

    public Share {
        if (hits < 0 || of < hits) {
            throw new IllegalArgumentException(hits + " of " + of + " is no share");
        }
    }

    /** NaN of nothing. */
    public double value() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    /** All the others. */
    public Share rest() {
        return new Share(of - hits, of);
    }

    /** How likely a share at least so much larger than the other one is where both come from the same source: Fisher's exact test, one-sided. */
    public double pAbove(Share other) {
        var table = new int[][] {{hits, of - hits}, {other.hits, other.of - other.hits}};
        return isTrivial(other)
                ? 1
                : FisherExactTest.withDefaults()
                        .with(AlternativeHypothesis.GREATER_THAN)
                        .test(table)
                        .getPValue();
    }

    private boolean isTrivial(Share other) {
        var sum = hits + other.hits;
        return of == 0 || other.of == 0 || sum == 0 || sum == of + other.of;
    }

    /** How likely at least so many hits are where each has the given chance: the exact binomial test, one-sided. */
    public double pAbove(double chance) {
        return of == 0
                ? 1
                : BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.GREATER_THAN)
                        .test(of, hits, chance)
                        .getPValue();
    }

    /** The true share is smaller than this, but for the given chance of being wrong: Clopper and Pearson (1934), exact. Three in n where there was no hit. */
    public double upper(double error) {
        return of == 0
                ? 1
                : BinomialConfidenceInterval.CLOPPER_PEARSON
                        .fromErrorRate(of, hits, 2 * error)
                        .getUpperBound();
    }

    /**
     * The true share lies above that of the other by less than this, but for the given chance of being wrong: Newcombe (1998), method 10, which joins the
     * score intervals of Wilson (1927).
     */
    public double upperAbove(Share other, double error) {
        if (of == 0 || other.of == 0) {
            return 1;
        }
        var own = BinomialConfidenceInterval.WILSON_SCORE
                        .fromErrorRate(of, hits, 2 * error)
                        .getUpperBound()
                - value();
        var others = other.value()
                - BinomialConfidenceInterval.WILSON_SCORE
                        .fromErrorRate(other.of, other.hits, 2 * error)
                        .getLowerBound();
        return value() - other.value() + Math.hypot(own, others);
    }

    /** How many must be counted before none of them says with 95 % certainty that fewer than this share are hits: the rule of three. */
    public static int ruleOfThree(double share) {
        return (int) Math.min(Integer.MAX_VALUE, Math.ceil(3 / share));
    }
}
