package dev.slipway.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Something that is released.
 *
 * @param repository a path or URL of its Git repository
 * @param criticality {@code low}, {@code medium} or {@code high}; a fact for policies
 * @param environments the way of a release, in order; the last is production
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
        List<Check> checks) {

    public Optional<Component> component(String name) {
        return components.stream()
                .filter(component -> component.key().name().equals(name))
                .findFirst();
    }
}
