package dev.slipway.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was measured about a candidate: each figure of each document, and those of the reports of tests and of scans summed up. */
final class Measures {

    private Measures() {}

    static Map<String, String> of(Collection<Evidence> current) {
        var all = new TreeMap<String, String>();
        for (var evidence : current) {
            evidence.measures().forEach((measure, figure) -> {
                switch (evidence.kind()) {
                    case JUNIT, SARIF -> {
                        var dot = measure.indexOf('.') + 1;
                        all.merge(measure, figure, Measures::sum);
                        all.put(measure.substring(0, dot) + evidence.name() + "." + measure.substring(dot), figure);
                    }
                    case DOCUMENT -> all.put(measure, figure);
                }
            });
        }
        if (current.stream().anyMatch(Measures::isUnfinishedScan)) {
            SarifReport.FIGURES.forEach(all::remove);
        }
        return all;
    }

    /** As long as one of the scans did not come to its end, nobody knows what all of them find. */
    private static boolean isUnfinishedScan(Evidence evidence) {
        return evidence.kind() == Evidence.Kind.SARIF && !evidence.measures().containsKey(SarifReport.FINDINGS);
    }

    private static String sum(String one, String other) {
        return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }
}
