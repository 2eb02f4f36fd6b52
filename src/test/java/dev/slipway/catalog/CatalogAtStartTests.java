package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogAtStartTests {

    @TempDir
    Path folder;

    @EveryDatabase
    void appliesAFolder(Database database) throws Exception {
        var node = ACatalog.on(database);
        Files.createDirectories(folder.resolve("products"));
        Files.writeString(folder.resolve("products/payments.yml"), Yaml.PAYMENTS);
        Files.writeString(folder.resolve("environments.yaml"), Yaml.ENVIRONMENTS);
        Files.writeString(folder.resolve(".hidden.yaml"), "not: read");
        Files.writeString(folder.resolve("README.md"), "not read");

        new CatalogAtStart(folder.toString(), node::apply).start();

        assertThat(node.catalog.products()).hasSize(1);
    }

    @EveryDatabase
    void refusesToStartWithAWrongCatalogue(Database database) throws Exception {
        var node = ACatalog.on(database);
        Files.createDirectories(folder.resolve("products"));
        Files.writeString(
                folder.resolve("products/payments.yml"), Yaml.PAYMENTS.replace("key: payments", "key: Payments"));

        assertThatThrownBy(new CatalogAtStart(folder.toString(), node::apply)::start)
                .isInstanceOfSatisfying(
                        CatalogRefused.class,
                        refused -> assertThat(new CatalogRefusedAnalyzer()
                                        .analyze(refused)
                                        .getDescription())
                                .contains("products/payments.yml:3 key: 'Payments' does not fit"));
    }

    @Test
    void refusesToStartWithoutTheCatalogueItWasGiven() {
        var applied = new ArrayList<List<SourceDocument>>();

        assertThatThrownBy(new CatalogAtStart(folder.resolve("gone").toString(), documents -> {
                    applied.add(documents);
                    return new Applying.Applied(List.of());
                })::start)
                .isInstanceOf(CatalogRefused.class);
        assertThat(applied).isEmpty();
    }

    @EveryDatabase
    void startsWithoutOne(Database database) {
        var node = ACatalog.on(database);
        var start = new CatalogAtStart("", node::apply);

        start.start();

        assertThat(start.isRunning()).isTrue();
        assertThat(node.catalog.products()).isEmpty();
    }
}
