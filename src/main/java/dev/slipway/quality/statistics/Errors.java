package dev.slipway.quality.statistics;

/**
 * How often a judgement may be wrong.
 *
 * <p>Who looks again and again and stops at the first bad sign finds one sooner or later. Therefore one chance in a hundred to fail a version that is as good as
 * the other is shared among the looks (Bonferroni, in the manner of Haybittle 1971 and Peto 1976: nearly all of it for the last): together they stay below it.
 *
 * @param fail the chance that this look fails a version that is not worse
 * @param harmless the chance that a version which is worse than tolerated passes
 */
public record Errors(double fail, double harmless) {

    /** How many looks before the last one share what is theirs. */
    public static final int EARLY_LOOKS = 20;

    private static final double LAST = 0.008;
    private static final double EARLY = 0.002;
    private static final double HARMLESS = 0.05;

    public static Errors ofLastLook() {
        return new Errors(LAST, HARMLESS);
    }

    public static Errors ofEarlyLook() {
        return new Errors(EARLY / EARLY_LOOKS, HARMLESS);
    }

    /** Where either of two signs would fail the version, each may be wrong half as often. */
    public Errors halved() {
        return new Errors(fail / 2, harmless);
    }
}
