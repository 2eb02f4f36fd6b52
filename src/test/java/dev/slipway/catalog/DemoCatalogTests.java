package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

class DemoCatalogTests {

    @EveryDatabase
    void isTakenAsItIs(Database database) throws IOException {
        var text = new ClassPathResource("demo/catalog.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("${folder}", "/srv/demo folder")
                .replaceAll("\\$\\{port\\+(\\d+)}", "91$1");

        assertThat(ACatalog.on(database).changes(text)).isNotEmpty();
        assertThat(ACatalog.on(database).changes(text)).isEmpty();
    }
}
