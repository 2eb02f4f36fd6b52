package dev.slipway.environment;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The queues: who waits for which place, in the order in which they came. */
@Repository
class WaiterRows {

    private final JdbcClient jdbc;

    WaiterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Waiter> first(Place place) {
        return jdbc.sql("""
                        select * from environment_waiter where environment = ? and product = ?
                        order by number fetch first 1 row only""")
                .params(place.environment().value(), place.product().value())
                .query(WaiterRows::waiter)
                .optional();
    }

    List<Waiter> all() {
        return jdbc.sql("select * from environment_waiter order by number")
                .query(WaiterRows::waiter)
                .list();
    }

    boolean waits(Place place, ReleaseId release) {
        return jdbc.sql("select count(*) from environment_waiter where environment = ? and product = ? and release = ?")
                        .params(place.environment().value(), place.product().value(), release.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(Place place, ReleaseId release, Instant since) {
        jdbc.sql("insert into environment_waiter (environment, product, release, since) values (?, ?, ?, ?)")
                .params(
                        place.environment().value(),
                        place.product().value(),
                        release.value(),
                        since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void giveTurn(Waiter waiter, Instant since) {
        jdbc.sql("update environment_waiter set turn_since = ? where number = ?")
                .params(since.atOffset(ZoneOffset.UTC), waiter.number())
                .update();
    }

    void delete(Place place, ReleaseId release) {
        jdbc.sql("delete from environment_waiter where environment = ? and product = ? and release = ?")
                .params(place.environment().value(), place.product().value(), release.value())
                .update();
    }

    boolean hasTurn(ReleaseId release) {
        return jdbc.sql("select count(*) from environment_waiter where release = ? and turn_since is not null")
                        .param(release.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Waiter waiter(ResultSet row, int index) throws SQLException {
        var turn = row.getObject("turn_since", OffsetDateTime.class);
        return new Waiter(
                row.getLong("number"),
                new Place(new EnvironmentKey(row.getString("environment")), new ProductKey(row.getString("product"))),
                new ReleaseId(row.getString("release")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                turn == null ? null : turn.toInstant());
    }

    /** @param turnSince since when the place is kept free for it; null while others come first */
    record Waiter(
            long number,
            Place place,
            ReleaseId release,
            Instant since,
            @Nullable Instant turnSince) {}
}
