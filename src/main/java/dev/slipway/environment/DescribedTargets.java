package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class DescribedTargets implements Targets {

    private final Catalog catalog;

    DescribedTargets(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public List<Spot> all() {
        return catalog.environments().stream()
                .flatMap(environment -> catalog.targets(environment.key()).stream())
                .map(target -> new Spot(target.environment(), target.component()))
                .toList();
    }
}
