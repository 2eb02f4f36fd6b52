package dev.slipway.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Lets two sides take turns, A B A B, so that whatever else the machine does meets both alike. */
final class Race {

    private static final int FEWEST = 3;

    private Race() {}

    /** Something that can be done for a while again and again. */
    interface Side {

        Window run() throws Exception;
    }

    /**
     * What one turn has shown.
     *
     * @param figure what is compared
     * @param cpu milliseconds of processor time for each thing done; 0 where it was not looked at
     */
    record Window(double figure, double cpu) {}

    /** Medians of all turns; the ratio is the median of the ratios of neighbouring turns. */
    record Result(double a, double b, double ratio, double least, double most, double cpuA, double cpuB, int turns) {}

    static Result between(Side a, Side b, Duration warmUp, int turns, Duration most) throws Exception {
        warmUp(a, b, warmUp);
        var end = System.nanoTime() + most.toNanos();
        var ofA = new ArrayList<Window>();
        var ofB = new ArrayList<Window>();
        while (ofA.size() < turns && (ofA.size() < FEWEST || System.nanoTime() < end)) {
            ofA.add(a.run());
            ofB.add(b.run());
        }
        var ratios = new ArrayList<Double>();
        for (var turn = 0; turn < ofA.size(); turn++) {
            ratios.add(ofA.get(turn).figure() / ofB.get(turn).figure());
        }
        return new Result(
                median(ofA, Window::figure),
                median(ofB, Window::figure),
                median(ratios, Double::doubleValue),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                median(ofA, Window::cpu),
                median(ofB, Window::cpu),
                ofA.size());
    }

    /** For so long that what is measured then is compiled: that takes the side with more code longer, on the cores that it runs on. */
    private static void warmUp(Side a, Side b, Duration time) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            a.run();
            b.run();
        }
    }

    private static <T> double median(List<T> windows, ToDoubleFunction<T> value) {
        var sorted = windows.stream().mapToDouble(value).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
