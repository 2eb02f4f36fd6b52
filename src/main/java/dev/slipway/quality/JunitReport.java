package dev.slipway.quality;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a JUnit XML report says, counted case by case.
 *
 * @param failures cases with a failure or an error
 * @param errors those among them with an error
 */
record JunitReport(int tests, int failures, int errors, int skipped, BigDecimal seconds) {

    /** How reading one ended. */
    sealed interface Reading {

        record Read(JunitReport report) implements Reading {}

        record Refused(String reason) implements Reading {}
    }

    /** A report in which no test ran has no failures to speak of: the figure is left out, so that a gate finds it missing. */
    Map<String, String> measures() {
        var measures = new LinkedHashMap<String, String>();
        measures.put("junit.tests", String.valueOf(tests));
        if (tests > skipped) {
            measures.put("junit.failures", String.valueOf(failures));
            measures.put("junit.errors", String.valueOf(errors));
        }
        measures.put("junit.skipped", String.valueOf(skipped));
        measures.put("junit.seconds", seconds.stripTrailingZeros().toPlainString());
        return measures;
    }
}
