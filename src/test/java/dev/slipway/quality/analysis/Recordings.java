package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Answer.Point;
import dev.slipway.quality.analysis.Answer.Series;
import dev.slipway.quality.analysis.Question.Side;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.AcceptanceCriterion.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recordings as Prometheus would have made them. */
final class Recordings {

    private Recordings() {}

    /** A figure that must not be worse than the former version's by so much of its median. */
    static AcceptanceCriterion figure(double tolerance, Direction direction) {
        return new AcceptanceCriterion(
                "latency",
                "latency{version=\"${version}\"}",
                "",
                "",
                "",
                "",
                null,
                0,
                direction,
                tolerance,
                null,
                null);
    }

    static AcceptanceCriterion figure(String comparison, double threshold, int failures) {
        return new AcceptanceCriterion(
                "latency",
                "latency",
                "",
                "",
                "",
                comparison,
                threshold,
                failures,
                Direction.INCREASE,
                null,
                null,
                null);
    }

    /** Failures of all that must not be more than the former version's by so much. */
    static AcceptanceCriterion share(double tolerance, Direction direction) {
        return count("", null, tolerance, direction);
    }

    static AcceptanceCriterion share(String comparison, double threshold) {
        return count(comparison, threshold, null, Direction.INCREASE);
    }

    private static AcceptanceCriterion count(
            String comparison, @Nullable Double threshold, @Nullable Double tolerance, Direction direction) {
        return new AcceptanceCriterion(
                "failed-requests",
                "failed{version=\"${version}\"}",
                "requests{version=\"${version}\"}",
                "",
                "",
                comparison,
                threshold,
                0,
                direction,
                tolerance,
                null,
                null);
    }

    static Recording measured(AcceptanceCriterion criterion, double[] own, double... former) {
        return new Recording(
                criterion,
                "",
                own.length,
                List.of(
                        new Question(Side.OWN, "own", series(own)),
                        new Question(Side.FORMER, "former", series(former))));
    }

    static Recording counted(AcceptanceCriterion criterion, int hits, int total, int formerHits, int formerTotal) {
        return new Recording(
                criterion,
                "",
                2,
                List.of(
                        new Question(Side.OWN, "own", series(0, hits)),
                        new Question(Side.OWN_TOTAL, "own total", series(0, total)),
                        new Question(Side.FORMER, "former", series(0, formerHits)),
                        new Question(Side.FORMER_TOTAL, "former total", series(0, formerTotal))));
    }

    static Answer series(double... values) {
        return Answer.of(List.of(line(0, values)));
    }

    /** Begins at the given second. */
    static Series line(int from, double... values) {
        var points = new ArrayList<Point>();
        for (var at = 0; at < values.length; at++) {
            points.add(new Point(from + at, Double.toString(values[at])));
        }
        return new Series(Map.of(), points);
    }
}
