package dev.slipway.flag;

import static java.util.stream.Collectors.groupingBy;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of flags and of who sees them. */
@Repository
class FlagRows {

    private static final String SELECT =
            "select product, name, description, ends_on, made_by, made_at, overdue_since from flag_flag";
    private static final String EXPOSURES =
            "select product, name, environment, shown, share, audience, changed_by, changed_at from flag_exposure";

    private final JdbcClient jdbc;

    FlagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Flag> all() {
        Map<FlagKey, List<Exposed>> exposures =
                jdbc.sql(EXPOSURES + " order by environment").query((row, number) -> exposed(row)).list().stream()
                        .collect(groupingBy(Exposed::flag));
        return jdbc.sql(SELECT + " order by product, name")
                .query((row, number) -> flag(row, exposures.getOrDefault(key(row), List.of())))
                .list();
    }

    Optional<Flag> find(FlagKey key) {
        return read(key, "");
    }

    /** Keeps everybody else from changing the flag until the transaction ends. */
    Optional<Flag> lock(FlagKey key) {
        return read(key, " for update");
    }

    private Optional<Flag> read(FlagKey key, String lock) {
        var exposures = jdbc.sql(EXPOSURES + " where product = ? and name = ? order by environment")
                .params(key.product().value(), key.name())
                .query((row, number) -> exposed(row))
                .list();
        return jdbc.sql(SELECT + " where product = ? and name = ?" + lock)
                .params(key.product().value(), key.name())
                .query((row, number) -> flag(row, exposures))
                .optional();
    }

    void insert(FlagKey key, String description, @Nullable LocalDate endsOn, Actor by, Instant at) {
        jdbc.sql("insert into flag_flag (product, name, description, ends_on, made_by, made_at)"
                        + " values (:product, :name, :description, :ends, :by, :at)")
                .param("product", key.product().value())
                .param("name", key.name())
                .param("description", description)
                .param("ends", endsOn)
                .param("by", by.toString())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(FlagKey key, String description, @Nullable LocalDate endsOn) {
        jdbc.sql("update flag_flag set description = :description, ends_on = :ends, overdue_since = null"
                        + " where product = :product and name = :name")
                .param("product", key.product().value())
                .param("name", key.name())
                .param("description", description)
                .param("ends", endsOn)
                .update();
    }

    void expose(FlagKey key, Exposure exposure) {
        var arguments = List.<Object>of(
                exposure.on(),
                exposure.share(),
                exposure.audience(),
                exposure.by().toString(),
                exposure.since().atOffset(ZoneOffset.UTC),
                key.product().value(),
                key.name(),
                exposure.environment().value());
        var changed = jdbc.sql("update flag_exposure set shown = ?, share = ?, audience = ?, changed_by = ?,"
                        + " changed_at = ? where product = ? and name = ? and environment = ?")
                .params(arguments)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into flag_exposure (shown, share, audience, changed_by, changed_at, product, name,"
                            + " environment) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(arguments)
                    .update();
        }
    }

    void drop(FlagKey key) {
        for (var table : List.of("flag_exposure", "flag_flag")) {
            jdbc.sql("delete from " + table + " where product = ? and name = ?")
                    .params(key.product().value(), key.name())
                    .update();
        }
    }

    /** Notes that a flag has outlived its last day; of many who see it only one is the first. */
    boolean noteOverdue(FlagKey key, Instant at) {
        return jdbc.sql(
                                "update flag_flag set overdue_since = ? where product = ? and name = ? and overdue_since is null")
                        .params(at.atOffset(ZoneOffset.UTC), key.product().value(), key.name())
                        .update()
                > 0;
    }

    boolean uses(ProductKey product, String audience) {
        return jdbc.sql("select count(*) from flag_exposure where product = ? and audience = ?")
                        .params(product.value(), audience)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Flag flag(ResultSet row, List<Exposed> exposures) throws SQLException {
        return new Flag(
                key(row),
                row.getString("description"),
                row.getObject("ends_on", LocalDate.class),
                Actor.parse(row.getString("made_by")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                instant(row, "overdue_since"),
                exposures.stream().map(Exposed::exposure).toList());
    }

    private static Exposed exposed(ResultSet row) throws SQLException {
        return new Exposed(
                key(row),
                new Exposure(
                        new EnvironmentKey(row.getString("environment")),
                        row.getBoolean("shown"),
                        row.getInt("share"),
                        row.getString("audience"),
                        Actor.parse(row.getString("changed_by")),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()));
    }

    private static FlagKey key(ResultSet row) throws SQLException {
        return new FlagKey(new ProductKey(row.getString("product")), row.getString("name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private record Exposed(FlagKey flag, Exposure exposure) {}
}
