package dev.slipway.flag;

import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of audiences; a condition is a line. */
@Repository
class AudienceRows {

    private static final String SELECT =
            "select product, name, description, conditions, changed_by, changed_at from flag_audience";

    private final JdbcClient jdbc;

    AudienceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Audience> all() {
        return jdbc.sql(SELECT + " order by product, name")
                .query((row, number) -> audience(row))
                .list();
    }

    Optional<Audience> find(ProductKey product, String name) {
        return jdbc.sql(SELECT + " where product = ? and name = ?")
                .params(product.value(), name)
                .query((row, number) -> audience(row))
                .optional();
    }

    /** Keeps it from being dropped while it is taken into use, and the other way round. */
    Optional<Audience> lock(ProductKey product, String name) {
        return jdbc.sql(SELECT + " where product = ? and name = ? for update")
                .params(product.value(), name)
                .query((row, number) -> audience(row))
                .optional();
    }

    void put(Audience audience) {
        var arguments = List.<Object>of(
                audience.description(),
                audience.conditions().stream().map(Condition::toString).collect(Collectors.joining("\n")),
                audience.by().toString(),
                audience.since().atOffset(ZoneOffset.UTC),
                audience.product().value(),
                audience.name());
        var changed = jdbc.sql("update flag_audience set description = ?, conditions = ?, changed_by = ?,"
                        + " changed_at = ? where product = ? and name = ?")
                .params(arguments)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into flag_audience (description, conditions, changed_by, changed_at, product, name)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(arguments)
                    .update();
        }
    }

    void drop(Audience audience) {
        jdbc.sql("delete from flag_audience where product = ? and name = ?")
                .params(audience.product().value(), audience.name())
                .update();
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return new Audience(
                new ProductKey(row.getString("product")),
                row.getString("name"),
                row.getString("description"),
                row.getString("conditions")
                        .lines()
                        .flatMap(line -> Condition.parse(line).stream())
                        .toList(),
                Actor.parse(row.getString("changed_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
