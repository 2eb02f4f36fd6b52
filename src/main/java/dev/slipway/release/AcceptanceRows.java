package dev.slipway.release;

import dev.slipway.catalog.ProductKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what the releases of each product are judged, with all that it was before; written once, never changed. */
@Repository
class AcceptanceRows {

    private static final String NEWEST = """
            select * from release_acceptance a where revision =
                (select max(n.revision) from release_acceptance n where n.product = a.product)""";

    private final JdbcClient jdbc;

    AcceptanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What holds for the product now, as its revision. */
    Optional<Acceptance> of(ProductKey product) {
        return jdbc.sql(NEWEST + " and product = ?")
                .param(product.value())
                .query((row, number) -> StoredJson.read(row.getString("content"), Acceptance.class)
                        .asRevision(row.getInt("revision")))
                .optional();
    }

    /** What holds now, by product. */
    Map<String, Acceptance> all() {
        var all = new TreeMap<String, Acceptance>();
        jdbc.sql(NEWEST).query(row -> {
            all.put(row.getString("product"), StoredJson.read(row.getString("content"), Acceptance.class));
        });
        return all;
    }

    void add(ProductKey product, Acceptance acceptance, Instant at, String by) {
        jdbc.sql("insert into release_acceptance (product, revision, content, changed_at, changed_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        product.value(),
                        acceptance.revision(),
                        StoredJson.write(acceptance.asRevision(0)),
                        at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC),
                        by)
                .update();
    }

    /** The plan, with what its product says where it says nothing itself. */
    Plan complete(Plan plan) {
        var delivery = plan.delivery();
        return of(plan.product())
                .map(product -> delivery.acceptance().completedBy(product))
                .map(whole -> plan.withDelivery(delivery.with(whole)))
                .orElse(plan);
    }
}
