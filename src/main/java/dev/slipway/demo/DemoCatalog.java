package dev.slipway.demo;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the demo's products, environments, targets and acceptance criteria into the catalogue. */
@Component
@Profile("demo")
class DemoCatalog {

    private final DemoProperties properties;
    private final Catalog catalog;

    DemoCatalog(DemoProperties properties, Catalog catalog) {
        this.properties = properties;
        this.catalog = catalog;
    }

    void ensure() {
        var answer = catalog.apply(List.of(document("catalog.yaml"), document("acceptance.yaml")));
        if (answer instanceof Applying.Refused refused) {
            throw new IllegalStateException("the demo's catalogue is refused: " + refused.problems());
        }
    }

    private SourceDocument document(String name) {
        return new SourceDocument("demo/" + name, new DemoResource(name).text(properties));
    }
}
