package dev.slipway.quality;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a SARIF report of one or more scans says, counted result by result. Results that were suppressed or are there no longer are not findings.
 *
 * @param complete whether every scan in it came to its end
 */
record SarifReport(int runs, int errors, int warnings, int notes, int suppressed, boolean complete) {

    static final String FINDINGS = "sarif.findings";
    static final List<String> FIGURES =
            List.of(FINDINGS, "sarif.errors", "sarif.warnings", "sarif.notes", "sarif.suppressed");

    /** How reading one ended. */
    sealed interface Reading {

        record Read(SarifReport report) implements Reading {}

        record Refused(String reason) implements Reading {}
    }

    /** A scan that did not come to its end has not found nothing: the findings are left out, so that a gate finds them missing. */
    Map<String, String> measures() {
        var measures = new LinkedHashMap<String, String>();
        measures.put("sarif.runs", String.valueOf(runs));
        if (complete) {
            measures.put(FINDINGS, String.valueOf(errors + warnings));
            measures.put("sarif.errors", String.valueOf(errors));
            measures.put("sarif.warnings", String.valueOf(warnings));
            measures.put("sarif.notes", String.valueOf(notes));
            measures.put("sarif.suppressed", String.valueOf(suppressed));
        }
        return measures;
    }
}
