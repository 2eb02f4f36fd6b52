package dev.slipway.catalog;

import dev.slipway.Database;
import dev.slipway.catalog.spi.DocumentKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** A catalogue that takes in documents of one kind of another module, a file at a time. */
public final class Papers {

    private final Database database;
    private final DocumentKind kind;
    private final Catalog catalog;

    public Papers(Database database, DocumentKind kind, String landscape) {
        this.database = database;
        this.kind = kind;
        this.catalog = ACatalog.with(database, kind);
        if (!landscape.isEmpty()) {
            changes(landscape);
        }
    }

    public List<String> changes(String text) {
        return ((Applying.Applied) apply(text)).changes();
    }

    /** Each problem as its line and what is wrong. */
    public List<String> refusals(String text) {
        return ((Applying.Refused) apply(text))
                .problems().stream()
                        .map(problem -> problem.line() + " " + problem.reason())
                        .toList();
    }

    /** All of the kind, as documents that can be applied. */
    public String written() {
        return new Yaml()
                .dumpAll(kind.written().stream()
                        .map(fields -> {
                            var document = new LinkedHashMap<String, Object>(fields);
                            document.put("apiVersion", "slipway/v1");
                            document.put("kind", kind.name());
                            return document;
                        })
                        .iterator());
    }

    private Applying apply(String text) {
        return Objects.requireNonNull(database.transactions()
                .execute(status -> catalog.apply(List.of(new SourceDocument("file.yaml", text)))));
    }
}
