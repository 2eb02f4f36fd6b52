package dev.slipway.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as one table. */
final class Figures {

    private static final String ROW = "%-44s %-10s %10s %10s %7s %13s %5s  %s%n";
    private static final Path DETAILS = Path.of("target", "benchmarks.txt");

    private final StringBuilder rows = new StringBuilder();
    private final List<String> details = new ArrayList<>();

    void flow(Store store, Race.Result result) {
        ratio("DevOps flow, releases a second: Slipway, bare", store, result, "at least 0.75");
        processor("  processor time of each, ms", store, result.cpuA(), result.cpuB());
    }

    void statements(Store store, int releases, Statements.Count ours, Statements.Count bare) {
        counts("  SQL statements of each", store, ours.statements(), bare.statements(), releases);
        counts("  transactions of each", store, ours.commits(), bare.commits(), releases);
    }

    void board(Store store, Race.Result result) {
        ratio("Board, ms: 100,000 releases, 100", store, result, "at most 1.2");
    }

    void journal(Store store, Race.Result result) {
        ratio("Journal, appends a second: chained, plain row", store, result, "at least 0.9");
        processor("  processor time of each, µs", store, result.cpuA() * 1000, result.cpuB() * 1000);
    }

    void idle(String started, long resident, long afterCollection, long heap) {
        var words = "started in " + started + " s; " + resident + " MB in memory, " + afterCollection
                + " MB after a collection, of which " + heap + " MB are live objects";
        add("Idle with -Xmx512m: " + words + System.lineSeparator());
    }

    void detail(String title, String text) {
        details.add(title + "\n" + text + "\n");
    }

    private void ratio(String what, Store store, Race.Result result, String aim) {
        row(
                what,
                store,
                number(result.a()),
                number(result.b()),
                "%.2f".formatted(result.ratio()),
                "%.2f to %.2f".formatted(result.least(), result.most()),
                Integer.toString(result.turns()),
                aim);
    }

    private void processor(String what, Store store, double ours, double plain) {
        row(what, store, number(ours), number(plain), "%.2f".formatted(ours / plain), "", "", "");
    }

    private void counts(String what, Store store, long ours, long bare, int releases) {
        row(
                what,
                store,
                number(ours / (double) releases),
                number(bare / (double) releases),
                "%.2f".formatted(ours / (double) bare),
                "",
                "",
                "");
    }

    private void row(
            String what, Store store, String a, String b, String ratio, String spread, String turns, String aim) {
        add(String.format(Locale.ROOT, ROW, what, store, a, b, ratio, spread, turns, aim));
    }

    /** Said at once, too: the whole table takes some minutes. */
    private void add(String row) {
        System.out.print(row);
        rows.append(row);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }

    /** Prints the table, and leaves it with its details in the build's folder. */
    void print() throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var table = String.format(Locale.ROOT, ROW, "", "database", "A", "B", "A / B", "spread", "turns", "aim")
                + rows
                + String.format(
                        Locale.ROOT,
                        "%d processors, load %.1f, Java %s; medians of turns A B A B%n",
                        Runtime.getRuntime().availableProcessors(),
                        load,
                        Runtime.version());
        System.out.println(table);
        Files.createDirectories(DETAILS.getParent());
        Files.writeString(DETAILS, table + "\n" + String.join("\n", details));
    }
}
