package dev.slipway.demo;

import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Puts the demo's products, environments, targets, calendar and drills into the catalogue. */
@Component
@Profile("demo")
class DemoCatalog {

    private static final Pattern PORT = Pattern.compile("\\$\\{port\\+(\\d+)}");

    private final DemoProperties properties;
    private final Catalog catalog;

    DemoCatalog(DemoProperties properties, Catalog catalog) {
        this.properties = properties;
        this.catalog = catalog;
    }

    void ensure() {
        var answer = catalog.apply(Stream.of("catalog.yaml", "calendar.yaml", "drills.yaml")
                .map(this::document)
                .toList());
        if (answer instanceof Applying.Refused refused) {
            throw new IllegalStateException("the demo's catalogue is refused: " + refused.problems());
        }
    }

    private SourceDocument document(String file) {
        var text = new DemoResource(file)
                .text()
                .replace("${folder}", properties.folder().toString().replace('\\', '/'));
        return new SourceDocument(
                "demo/" + file,
                PORT.matcher(text)
                        .replaceAll(port -> Integer.toString(properties.ports() + Integer.parseInt(port.group(1)))));
    }
}
