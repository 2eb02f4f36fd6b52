package dev.slipway.demo;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the demo's products, environments, targets, contexts, acceptance criteria, calendar and drills into the catalogue. */
@Component
@Profile("demo")
class DemoCatalog {

    private final Catalog catalog;
    private final DemoProperties properties;

    DemoCatalog(Catalog catalog, DemoProperties properties) {
        this.catalog = catalog;
        this.properties = properties;
    }

    void ensure() {
        var documents = Stream.of("catalog.yaml", "contexts.yaml", "acceptance.yaml", "calendar.yaml", "drills.yaml")
                .map(this::document)
                .toList();
        if (catalog.apply(documents) instanceof Applying.Refused refused) {
            throw new IllegalStateException("the demo's catalogue is refused: " + refused.problems());
        }
    }

    private SourceDocument document(String name) {
        return new SourceDocument("demo/" + name, new DemoResource(name).text(properties));
    }
}
