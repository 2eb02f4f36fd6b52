package dev.slipway.calendar;

import dev.slipway.calendar.Entry.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The imported calendars. */
@Repository
class FeedRows {

    private final JdbcClient jdbc;

    FeedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(FeedOrder order, Instant at) {
        var key = new GeneratedKeyHolder();
        var scope = Feeds.scope(order);
        jdbc.sql("""
                        insert into calendar_feed (name, address, kind, product, environment, zone, hotfix_passes, read_at, tried_at,
                            failure, skipped) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')""")
                .param(order.name())
                .param(order.address())
                .param(Objects.requireNonNull(order.kind()).name())
                .param(CalendarRows.text(scope.product()))
                .param(CalendarRows.text(scope.environment()))
                .param(order.zone())
                .param(order.hotfixPasses())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(at.atOffset(ZoneOffset.UTC))
                .update(key, "number");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void read(long number, Instant at, String skipped) {
        jdbc.sql("update calendar_feed set read_at = ?, tried_at = ?, failure = '', skipped = ? where number = ?")
                .params(at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC), skipped, number)
                .update();
    }

    void failed(long number, Instant at, String failure) {
        jdbc.sql("update calendar_feed set tried_at = ?, failure = ? where number = ?")
                .params(at.atOffset(ZoneOffset.UTC), failure, number)
                .update();
    }

    void delete(long number) {
        jdbc.sql("delete from calendar_feed where number = ?").param(number).update();
    }

    List<Feed> all() {
        return jdbc.sql("select * from calendar_feed order by number")
                .query(FeedRows::feed)
                .list();
    }

    Optional<Feed> find(long number) {
        return jdbc.sql("select * from calendar_feed where number = ?")
                .param(number)
                .query(FeedRows::feed)
                .optional();
    }

    Optional<Feed> lock(long number) {
        return jdbc.sql("select * from calendar_feed where number = ? for update")
                .param(number)
                .query(FeedRows::feed)
                .optional();
    }

    private static Feed feed(ResultSet row, int index) throws SQLException {
        return new Feed(
                row.getLong("number"),
                row.getString("name"),
                row.getString("address"),
                Kind.valueOf(row.getString("kind")),
                CalendarRows.scope(row),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("hotfix_passes"),
                row.getObject("read_at", OffsetDateTime.class).toInstant(),
                row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                row.getString("failure"),
                row.getString("skipped"));
    }
}
