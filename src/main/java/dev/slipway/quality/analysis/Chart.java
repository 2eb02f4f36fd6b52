package dev.slipway.quality.analysis;

import dev.slipway.quality.analysis.Answer.Point;
import dev.slipway.quality.analysis.Question.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The measurements of one criterion as two lines, ready to be drawn.
 *
 * @param own the line of the new version: points of an SVG that is {@link #WIDTH} by {@link #HEIGHT}; empty where nothing was measured
 * @param former that of the version before
 * @param lowest the figure at the bottom, in words
 * @param highest the figure at the top
 */
public record Chart(String criterion, String own, String former, String lowest, String highest) {

    public static final int WIDTH = 320;
    public static final int HEIGHT = 80;

    /** Empty where nothing was measured. */
    static Optional<Chart> of(Recording recording) {
        var own = line(recording, Side.OWN, Side.OWN_TOTAL);
        var former = line(recording, Side.FORMER, Side.FORMER_TOTAL);
        var all = new ArrayList<>(own);
        all.addAll(former);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var frame = new Frame(
                range(all, true, false), range(all, true, true), range(all, false, false), range(all, false, true));
        return Optional.of(new Chart(
                recording.criterion().name(),
                frame.points(own),
                frame.points(former),
                label(recording, frame.bottom),
                label(recording, frame.top)));
    }

    private static String label(Recording recording, double figure) {
        return recording.criterion().counts() ? Figures.percent(figure) : Figures.number(figure);
    }

    private static double range(List<double[]> points, boolean time, boolean highest) {
        var values = points.stream().mapToDouble(point -> point[time ? 0 : 1]);
        return (highest ? values.max() : values.min()).orElse(0);
    }

    private static List<double[]> line(Recording recording, Side hits, Side total) {
        if (!recording.criterion().counts()) {
            return sums(recording.answer(hits)).entrySet().stream()
                    .map(point -> new double[] {point.getKey(), point.getValue()})
                    .toList();
        }
        var counted = sums(recording.answer(hits));
        var of = sums(recording.answer(total));
        var points = new ArrayList<double[]>();
        of.forEach((at, all) -> {
            var since = of.firstEntry().getValue();
            var hit = counted.getOrDefault(at, Double.NaN)
                    - (counted.isEmpty() ? 0 : counted.firstEntry().getValue());
            if (all > since && hit >= 0) {
                points.add(new double[] {at, hit / (all - since)});
            }
        });
        return points;
    }

    /** Of all series at the same time. */
    private static TreeMap<Double, Double> sums(Answer answer) {
        return answer.series().stream()
                .flatMap(series -> series.points().stream())
                .filter(Point::isFinite)
                .collect(Collectors.toMap(Point::at, Point::number, Double::sum, TreeMap::new));
    }

    private record Frame(double from, double until, double bottom, double top) {

        String points(List<double[]> line) {
            return line.stream()
                    .flatMapToDouble(point -> DoubleStream.of(
                            place(point[0], from, until) * WIDTH, HEIGHT - place(point[1], bottom, top) * HEIGHT))
                    .mapToObj(coordinate -> String.format(Locale.ROOT, "%.1f", coordinate))
                    .collect(Collectors.joining(" "));
        }

        /** Between 0 and 1; in the middle where there is only one. */
        private static double place(double value, double least, double most) {
            return most > least ? (value - least) / (most - least) : 0.5;
        }
    }
}
