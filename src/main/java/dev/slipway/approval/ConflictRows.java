package dev.slipway.approval;

import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Named conflicts; one that is ended is kept. */
@Repository
class ConflictRows {

    private static final String SELECT = "select * from approval_conflict where ";

    private final JdbcClient jdbc;

    ConflictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Conflict insert(
            PersonId person,
            @Nullable PersonId other,
            @Nullable ProductKey product,
            String reason,
            String by,
            Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into approval_conflict (person, other, product, reason, entered_by, entered_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        person.value(),
                        other == null ? null : other.value(),
                        product == null ? null : product.value(),
                        reason,
                        by,
                        at.atOffset(ZoneOffset.UTC))
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        return find(id == null ? -1 : id).orElseThrow();
    }

    Optional<Conflict> find(long id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(ConflictRows::read).optional();
    }

    /** Returns whether it held until now. */
    boolean end(long id, Instant at) {
        return jdbc.sql("update approval_conflict set ended_at = ? where id = ? and ended_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id)
                        .update()
                > 0;
    }

    /** Those that hold for a product. */
    List<Conflict> about(ProductKey product) {
        return jdbc.sql(SELECT + "ended_at is null and (product is null or product = ?) order by id")
                .param(product.value())
                .query(ConflictRows::read)
                .list();
    }

    /** Those that held for a product at that time, and hold no longer. */
    List<Conflict> endedSince(Instant time, ProductKey product) {
        return jdbc.sql(SELECT + "entered_at <= ? and ended_at >= ? and (product is null or product = ?) order by id")
                .params(time.atOffset(ZoneOffset.UTC), time.atOffset(ZoneOffset.UTC), product.value())
                .query(ConflictRows::read)
                .list();
    }

    /** Those that hold, newest first. */
    List<Conflict> page(long before, int limit) {
        return jdbc.sql(SELECT + "ended_at is null and id < ? order by id desc fetch first ? rows only")
                .params(before, limit)
                .query(ConflictRows::read)
                .list();
    }

    private static Conflict read(ResultSet row, int index) throws SQLException {
        var other = row.getString("other");
        var product = row.getString("product");
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Conflict(
                row.getLong("id"),
                new PersonId(row.getString("person")),
                other == null ? null : new PersonId(other),
                product == null ? null : new ProductKey(product),
                row.getString("reason"),
                row.getString("entered_by"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
