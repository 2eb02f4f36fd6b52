package dev.slipway.catalog;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is released.
 *
 * @param repository a path or URL of its Git repository
 * @param criticality {@code low}, {@code medium} or {@code high}; a fact for policies
 * @param environments the way of a release, in order; the last is production
 * @param zone where its people work; policies see the hour and the day there
 * @param migrations patterns of the files that change its database
 * @param dependsOn the products that it does not work without
 * @param labels what it is, in words that contexts ask for: {@code tier} is {@code gold}
 * @param hotfixFlow the flow of releases that answer an incident and ask to go first; the same as {@code flow} where it has none of its own
 */
public record Product(
        ProductKey key,
        String name,
        String description,
        FlowKey flow,
        String owner,
        String repository,
        String criticality,
        List<Component> components,
        List<EnvironmentKey> environments,
        List<Check> checks,
        ZoneId zone,
        List<String> migrations,
        List<ProductKey> dependsOn,
        Map<String, String> labels,
        FlowKey hotfixFlow) {

    static final ZoneId UTC = ZoneId.of("UTC");
    static final List<String> MIGRATIONS = List.of("**/db/migration/**");

    /**
     * Begins a product that says nothing more yet: it is called by its key, its people work by UTC, its migrations lie where Flyway looks for them, and its hotfixes
     * go the way of all its releases.
     */
    public static ProductBuilder of(ProductKey key, FlowKey flow) {
        return new ProductBuilder(key, flow);
    }

    /** Whether its hotfixes go a way of their own. */
    public boolean hasHotfixFlow() {
        return !hotfixFlow.equals(flow);
    }

    public Optional<Component> component(String name) {
        return components.stream()
                .filter(component -> component.key().name().equals(name))
                .findFirst();
    }
}
