package dev.slipway.quality;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was measured about a candidate: each figure of each document, and those of the JUnit reports summed up. */
final class Measures {

    private static final String JUNIT = "junit.";

    private Measures() {}

    static Map<String, String> of(Collection<Evidence> current) {
        var all = new TreeMap<String, String>();
        for (var evidence : current) {
            evidence.measures().forEach((measure, figure) -> {
                if (evidence.kind() == Evidence.Kind.JUNIT) {
                    all.merge(measure, figure, Measures::sum);
                    all.put(JUNIT + evidence.name() + "." + measure.substring(JUNIT.length()), figure);
                } else {
                    all.put(measure, figure);
                }
            });
        }
        return all;
    }

    private static String sum(String one, String other) {
        return new BigDecimal(one).add(new BigDecimal(other)).toPlainString();
    }
}
