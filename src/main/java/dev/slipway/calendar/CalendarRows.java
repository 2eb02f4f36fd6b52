package dev.slipway.calendar;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.slipway.calendar.Entry.Kind;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The windows and freezes. */
@Repository
class CalendarRows {

    private final JdbcClient jdbc;

    CalendarRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Entry entry) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into calendar_entry (kind, title, reason, product, environment, starts, ends, zone, rrule, except_for,
                            hotfix_passes, stops, feed, uid, changed_by, changed_at, end_reason)
                        values (:kind, :title, :reason, :product, :environment, :starts, :ends, :zone, :rrule, :except,
                            :passes, :stops, :feed, :uid, :by, :at, '')""").paramSource(parameters(entry)).update(key, "number");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void update(Entry entry) {
        jdbc.sql("""
                        update calendar_entry set kind = :kind, title = :title, reason = :reason, product = :product,
                            environment = :environment, starts = :starts, ends = :ends, zone = :zone, rrule = :rrule,
                            except_for = :except, hotfix_passes = :passes, changed_by = :by, changed_at = :at
                        where number = :number""").paramSource(parameters(entry)).update();
    }

    void end(long number, Instant at, String reason) {
        jdbc.sql("update calendar_entry set ended_at = ?, end_reason = ? where number = ?")
                .params(at.atOffset(ZoneOffset.UTC), reason, number)
                .update();
    }

    Optional<Entry> find(long number) {
        return jdbc.sql("select * from calendar_entry where number = ?")
                .param(number)
                .query(CalendarRows::read)
                .optional();
    }

    Optional<Entry> lock(long number) {
        return jdbc.sql("select * from calendar_entry where number = ? for update")
                .param(number)
                .query(CalendarRows::read)
                .optional();
    }

    /** Those that somebody has not ended before the given instant. */
    List<Entry> inForce(Instant at) {
        return jdbc.sql("select * from calendar_entry where ended_at is null or ended_at > ? order by number")
                .param(at.atOffset(ZoneOffset.UTC))
                .query(CalendarRows::read)
                .list();
    }

    List<Entry> of(long feed) {
        return jdbc.sql("select * from calendar_entry where feed = ? and ended_at is null order by number")
                .param(feed)
                .query(CalendarRows::read)
                .list();
    }

    /** Those that documents of the catalogue describe. */
    List<Entry> described() {
        return jdbc.sql(
                        "select * from calendar_entry where feed is null and uid <> '' and ended_at is null order by number")
                .query(CalendarRows::read)
                .list();
    }

    private static MapSqlParameterSource parameters(Entry entry) {
        var timing = entry.timing();
        return new MapSqlParameterSource(Map.of(
                        "number", entry.number(),
                        "kind", entry.kind().name(),
                        "title", entry.title(),
                        "reason", entry.reason(),
                        "starts", timing.start(),
                        "zone", timing.zone().getId(),
                        "rrule", timing.rule(),
                        "passes", entry.hotfixPasses(),
                        "stops", entry.stop(),
                        "uid", entry.uid()))
                .addValue(
                        "except",
                        timing.except().stream().sorted().map(Object::toString).collect(joining(",")))
                .addValue("product", text(entry.scope().product()))
                .addValue("environment", text(entry.scope().environment()))
                .addValue("ends", timing.end())
                .addValue("feed", entry.feed())
                .addValue("by", entry.by())
                .addValue("at", entry.changedAt().atOffset(ZoneOffset.UTC));
    }

    private static Entry read(ResultSet row, int index) throws SQLException {
        var feed = row.getLong("feed");
        var ofFeed = row.wasNull() ? null : feed;
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Entry(
                row.getLong("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getString("reason"),
                scope(row),
                new Timing(
                        row.getObject("starts", LocalDateTime.class),
                        row.getObject("ends", LocalDateTime.class),
                        ZoneId.of(row.getString("zone")),
                        row.getString("rrule"),
                        Arrays.stream(row.getString("except_for").split(","))
                                .filter(text -> !text.isEmpty())
                                .map(LocalDateTime::parse)
                                .collect(toUnmodifiableSet())),
                row.getBoolean("hotfix_passes"),
                row.getBoolean("stops"),
                ofFeed,
                row.getString("uid"),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("end_reason"));
    }

    static Scope scope(ResultSet row) throws SQLException {
        var product = row.getString("product");
        var environment = row.getString("environment");
        return new Scope(
                product == null ? null : new ProductKey(product),
                environment == null ? null : new EnvironmentKey(environment));
    }

    static @Nullable String text(@Nullable Object key) {
        return key == null ? null : key.toString();
    }
}
