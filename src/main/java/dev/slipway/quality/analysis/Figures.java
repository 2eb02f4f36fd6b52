package dev.slipway.quality.analysis;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Collects the figures of a judgement, and writes them for people. */
final class Figures {

    private static final double SMALLEST_P = 0.0001;

    private final Map<String, Double> named = new TreeMap<>();

    /** What is no number is left out. */
    Figures with(String name, double value) {
        if (Double.isFinite(value)) {
            named.put(name, value);
        }
        return this;
    }

    Map<String, Double> all() {
        return Map.copyOf(named);
    }

    static String percent(double share) {
        return format(share * 100, "#,##0.##") + " %";
    }

    /** Four digits are enough to see a difference. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        var size = Math.abs(value);
        return size >= 1000
                ? format(value, "#,##0")
                : size >= 0.001 ? format(value, "0.####") : format(value, "0.###E0");
    }

    static String p(double p) {
        return p < SMALLEST_P ? "p < 0.0001" : "p = " + format(p, "0.####");
    }

    private static String format(double value, String pattern) {
        var text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return text.endsWith("E0") ? text.substring(0, text.length() - 2) : text;
    }
}
