package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.environment.spi.ParityAspect;
import dev.slipway.environment.spi.ParityAspect.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Says in what two environments of a product differ, component by component. */
@Service
public class Parity {

    private final Catalog catalog;
    private final List<ParityAspect> own;
    private final ObjectProvider<ParityAspect> others;

    Parity(Catalog catalog, Environments environments, Probing probing, ObjectProvider<ParityAspect> others) {
        this.catalog = catalog;
        this.own = List.of(new VersionParity(environments, probing));
        this.others = others;
    }

    /** One row for each component and aspect, also where they agree; none where the product does not go to both. */
    public List<Row> report(ProductKey product, EnvironmentKey one, EnvironmentKey other) {
        var rows = new ArrayList<Row>();
        catalog.product(product)
                .filter(known -> known.environments().containsAll(List.of(one, other)))
                .ifPresent(known -> known.components().stream()
                        .map(Component::key)
                        .forEach(component -> rows.addAll(rows(component, one, other))));
        return rows;
    }

    private List<Row> rows(ComponentKey component, EnvironmentKey one, EnvironmentKey other) {
        return Stream.concat(own.stream(), others.orderedStream())
                .map(aspect -> new Row(component, aspect.name(), aspect.differences(component, one, other)))
                .toList();
    }

    /** @param differences empty where they agree */
    public record Row(ComponentKey component, String aspect, List<Difference> differences) {}
}
