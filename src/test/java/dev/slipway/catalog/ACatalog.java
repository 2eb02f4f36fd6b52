package dev.slipway.catalog;

import dev.slipway.Database;
import dev.slipway.catalog.spi.DocumentKind;
import dev.slipway.catalog.spi.FlowNames;
import dev.slipway.catalog.spi.TargetSettings;
import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** One node's catalogue on a test's database. */
public final class ACatalog {

    static final OtherKinds OTHERS =
            new OtherKinds(new StaticListableBeanFactory().getBeanProvider(DocumentKind.class));

    final Map<String, Map<GroupId, Set<Act>>> granted = new TreeMap<>();
    final CurrentCatalog current;
    final Catalog catalog;
    private final Database database;

    private ACatalog(Database database, StaticListableBeanFactory others) {
        var rows = new CatalogRows(database.jdbc());
        var references =
                new References(others.getBeanProvider(FlowNames.class), others.getBeanProvider(TargetSettings.class));
        this.database = database;
        this.current = new CurrentCatalog(rows);
        var kinds = new OtherKinds(others.getBeanProvider(DocumentKind.class));
        this.catalog = new Catalog(
                new CatalogSchema(kinds), references, kinds, rows, current, granted::put, database.events());
    }

    static ACatalog on(Database database) {
        return new ACatalog(database, new StaticListableBeanFactory());
    }

    public static Catalog with(Database database) {
        return on(database).catalog;
    }

    /** A catalogue that takes in another module's documents too. */
    public static Catalog with(Database database, DocumentKind kind) {
        return new ACatalog(database, new StaticListableBeanFactory(Map.of("kind", kind))).catalog;
    }

    static ACatalog on(Database database, FlowNames flows, TargetSettings adapters) {
        return new ACatalog(database, new StaticListableBeanFactory(Map.of("flows", flows, "adapters", adapters)));
    }

    Applying apply(String... texts) {
        var files = new ArrayList<SourceDocument>();
        for (var text : texts) {
            files.add(new SourceDocument("file-" + (files.size() + 1) + ".yaml", text));
        }
        return apply(files);
    }

    Applying apply(List<SourceDocument> files) {
        return Objects.requireNonNull(database.transactions().execute(status -> catalog.apply(files)));
    }

    List<String> changes(String... texts) {
        return ((Applying.Applied) apply(texts)).changes();
    }

    /** Each problem as {@code file:line reason}. */
    List<String> refusals(String... texts) {
        return refusals(apply(texts));
    }

    static List<String> refusals(Applying applying) {
        return ((Applying.Refused) applying)
                .problems().stream()
                        .map(problem -> problem.file() + ":" + problem.line() + " " + problem.reason())
                        .toList();
    }
}
