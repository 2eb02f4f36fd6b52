package dev.slipway.release;

import dev.slipway.policy.Fact;
import dev.slipway.release.RegisteredRisk.Standing;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** What the risk register of a release tells policies. */
final class RiskFacts {

    private static final String NONE = "none";

    private RiskFacts() {}

    static Map<Fact, Object> of(Collection<RegisteredRisk> register) {
        var open = register.stream()
                .filter(risk -> risk.standing() == Standing.OPEN)
                .toList();
        var highest = open.stream()
                .map(RegisteredRisk::severity)
                .max(Comparator.naturalOrder())
                .map(risk -> risk.name().toLowerCase(Locale.ROOT))
                .orElse(NONE);
        return Map.of(Fact.OPEN_RISKS, open.size(), Fact.HIGHEST_OPEN_RISK, highest);
    }
}
