package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.spi.ParityAspect;
import java.util.ArrayList;
import java.util.List;

/** Compares what is planned, and what runs where that is something else. */
final class VersionParity implements ParityAspect {

    private final Environments environments;
    private final Probing probing;

    VersionParity(Environments environments, Probing probing) {
        this.environments = environments;
        this.probing = probing;
    }

    @Override
    public String name() {
        return "version";
    }

    @Override
    public List<Difference> differences(ComponentKey component, EnvironmentKey one, EnvironmentKey other) {
        var differences = new ArrayList<Difference>();
        add("planned", planned(component, one), planned(component, other), differences);
        add("artifact", artifact(component, one), artifact(component, other), differences);
        add("running", running(component, one), running(component, other), differences);
        return differences;
    }

    private static void add(String what, String one, String other, List<Difference> differences) {
        if (!one.equals(other)) {
            differences.add(new Difference(what, one, other));
        }
    }

    private String planned(ComponentKey component, EnvironmentKey environment) {
        return environments
                .occupancy(environment, component)
                .map(Occupancy::version)
                .orElse("nothing");
    }

    private String artifact(ComponentKey component, EnvironmentKey environment) {
        return environments
                .occupancy(environment, component)
                .map(there -> there.artifact().brief())
                .orElse("nothing");
    }

    private String running(ComponentKey component, EnvironmentKey environment) {
        var planned = environments
                .occupancy(environment, component)
                .map(Occupancy::version)
                .orElse("");
        return probing.observation(environment, component)
                .filter(seen -> seen.planned().equals(planned))
                .map(seen -> seen.finding() == Finding.UNKNOWN || seen.finding() == Finding.NEVER
                        ? "unknown"
                        : seen.actual())
                .orElse("unknown");
    }
}
