package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Answer.Point;
import dev.slipway.quality.analysis.Answer.Series;
import dev.slipway.quality.statistics.Share;
import java.util.Arrays;
import java.util.Optional;

/** What the answers about one version come to: measurements, counts, or nothing usable. */
sealed interface Reading {

    /** @param missing how many measurements that were due are not there, or no number */
    record Values(double[] values, int missing) implements Reading {}

    record Counts(Share share) implements Reading {}

    /** @param finding what follows from it: never a pass, never a failure */
    record Unusable(Finding finding, String reason) implements Reading {}

    /** More than so many of the neighbours are equal where a question is asked more often than Prometheus measures. */
    double REPEATING = 0.34;

    static Reading values(Answer answer, int due) {
        if (answer.isFlawed()) {
            return new Unusable(Finding.NOT_ENOUGH_DATA, answer.flaw());
        }
        if (answer.series().size() > 1) {
            return new Unusable(
                    Finding.INCONCLUSIVE,
                    "the query answers with " + answer.series().size()
                            + " series; make one of them, with sum(…) or max(…)");
        }
        var values = answer.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(Point::isFinite)
                .mapToDouble(Point::number)
                .toArray();
        return isRepeating(values)
                ? new Unusable(
                        Finding.INCONCLUSIVE,
                        "the same figures come again and again: the interval is shorter than that at which Prometheus measures")
                : new Values(values, Math.max(0, due - values.length));
    }

    private static boolean isRepeating(double[] values) {
        var whole = Arrays.stream(values).allMatch(value -> value == Math.rint(value));
        var distinct = Arrays.stream(values).distinct().count();
        var repeated = 0;
        for (var at = 1; at < values.length; at++) {
            repeated += values[at] == values[at - 1] ? 1 : 0;
        }
        return !whole && distinct > 1 && repeated > REPEATING * (values.length - 1);
    }

    /** Counters are added up over all series; those that begin only when others have been there for a while began at zero. */
    static Reading counts(Answer hits, Answer total) {
        var flaw = Optional.of(hits.flaw()).filter(text -> !text.isEmpty()).orElse(total.flaw());
        if (!flaw.isEmpty()) {
            return new Unusable(Finding.NOT_ENOUGH_DATA, flaw);
        }
        if (hits.series().isEmpty()) {
            return new Unusable(
                    Finding.NOT_ENOUGH_DATA,
                    "there is nothing that the query names; where a counter appears only with the first failure, add 'or 0 * …' of the total");
        }
        if (isFalling(hits) || isFalling(total)) {
            return new Unusable(
                    Finding.INCONCLUSIVE,
                    "a counter falls without beginning anew; leave out sum(…), Slipway adds up itself");
        }
        var since = total.series().stream().mapToDouble(Reading::beginning).min();
        if (since.isEmpty()) {
            return new Unusable(Finding.NOT_ENOUGH_DATA, "there is no counter of the total");
        }
        var counted = increase(hits, since.getAsDouble());
        var of = increase(total, since.getAsDouble());
        if (of > Integer.MAX_VALUE / 4.0) {
            return new Unusable(Finding.INCONCLUSIVE, "more was counted than can be compared exactly");
        }
        return counted > of
                ? new Unusable(
                        Finding.INCONCLUSIVE,
                        "the query counts " + Figures.number(counted) + ", the total only " + Figures.number(of)
                                + "; the one has to be a part of the other")
                : new Counts(new Share((int) Math.round(counted), (int) Math.round(of)));
    }

    /** A sum of counters falls when one of them goes; a counter that was started anew begins at zero. */
    private static boolean isFalling(Answer answer) {
        return answer.series().stream().anyMatch(series -> {
            var before = 0.0;
            for (var point : series.points()) {
                var now = point.number();
                if (point.isFinite()) {
                    if (now < before && now > before / 2) {
                        return true;
                    }
                    before = now;
                }
            }
            return false;
        });
    }

    private static double beginning(Series series) {
        return series.points().stream()
                .filter(Point::isFinite)
                .mapToDouble(Point::at)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private static double increase(Answer answer, double since) {
        return answer.series().stream()
                .mapToDouble(series -> increase(series, since))
                .sum();
    }

    /** A counter that falls was started anew. */
    private static double increase(Series series, double since) {
        var sum = 0.0;
        var before = beginning(series) > since ? 0 : Double.NaN;
        for (var point : series.points()) {
            if (point.isFinite()) {
                var now = point.number();
                sum += Double.isNaN(before) ? 0 : now < before ? now : now - before;
                before = now;
            }
        }
        return sum;
    }
}
