package dev.slipway.demo;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the demo's products, environments, targets and contexts into the catalogue. */
@Component
@Profile("demo")
class DemoCatalog {

    private static final String CONTEXTS = "demo/contexts.yaml";
    private static final Pattern PORT = Pattern.compile("\\$\\{port\\+(\\d+)}");

    private final DemoProperties properties;
    private final Catalog catalog;

    DemoCatalog(DemoProperties properties, Catalog catalog) {
        this.properties = properties;
        this.catalog = catalog;
    }

    void ensure() {
        var answer = catalog.apply(
                List.of(document(), new SourceDocument(CONTEXTS, new DemoResource("contexts.yaml").text())));
        if (answer instanceof Applying.Refused refused) {
            throw new IllegalStateException("the demo's catalogue is refused: " + refused.problems());
        }
    }

    SourceDocument document() {
        var text = new DemoResource("catalog.yaml")
                .text()
                .replace("${folder}", properties.folder().toString().replace('\\', '/'));
        return new SourceDocument(
                "demo/catalog.yaml",
                PORT.matcher(text)
                        .replaceAll(port -> Integer.toString(properties.ports() + Integer.parseInt(port.group(1)))));
    }
}
