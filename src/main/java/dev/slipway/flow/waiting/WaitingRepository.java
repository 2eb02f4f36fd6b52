package dev.slipway.flow.waiting;

import dev.slipway.flow.FlowText;
import dev.slipway.flow.Waiting;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows, written in batches and read for many releases at once. */
@Repository
class WaitingRepository {

    private static final int WIDTH = 1000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    WaitingRepository(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    void delete(Collection<String> ids) {
        batches.batchUpdate(
                "delete from flow_waiting where id = ?", ids, ids.size(), (row, id) -> row.setString(1, id));
    }

    void insert(Collection<WaitingRow> rows) {
        batches.batchUpdate(
                "insert into flow_waiting (id, release_id, visit, kind, model, activity, reason, whom, since_at, until_at,"
                        + " task) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (row, entered) -> {
                    var waiting = entered.waiting();
                    row.setString(1, entered.id());
                    row.setString(2, waiting.release().value());
                    row.setString(3, waiting.visit());
                    row.setString(4, waiting.kind().name());
                    row.setString(5, waiting.model());
                    row.setString(6, waiting.activity());
                    row.setString(7, FlowText.bounded(waiting.reason(), WIDTH));
                    row.setString(8, FlowText.bounded(waiting.whom(), WIDTH));
                    row.setObject(9, at(waiting.since()));
                    row.setObject(10, at(waiting.until()));
                    row.setString(11, waiting.task());
                });
    }

    void update(Collection<WaitingRow.Change> changes) {
        batches.batchUpdate(
                "update flow_waiting set reason = coalesce(cast(? as varchar), reason), whom = coalesce(cast(? as varchar),"
                        + " whom), until_at = coalesce(cast(? as timestamp with time zone), until_at) where id = ?",
                changes,
                changes.size(),
                (row, change) -> {
                    row.setString(1, change.reason() == null ? null : FlowText.bounded(change.reason(), WIDTH));
                    row.setString(2, change.whom() == null ? null : FlowText.bounded(change.whom(), WIDTH));
                    row.setObject(3, at(change.until()));
                    row.setString(4, change.id());
                });
    }

    List<Waiting> of(Collection<ReleaseId> releases) {
        return jdbc.sql("select * from flow_waiting where release_id in (:releases) order by since_at, id")
                .param("releases", releases.stream().map(ReleaseId::value).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** The id of the incident at a visit. */
    List<String> incidents(ReleaseId release, String visit) {
        return jdbc.sql(
                        "select id from flow_waiting where release_id = :release and visit = :visit and kind = 'INCIDENT'")
                .param("release", release.value())
                .param("visit", visit)
                .query(String.class)
                .list();
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                new ReleaseId(row.getString("release_id")),
                row.getString("visit"),
                Waiting.Kind.valueOf(row.getString("kind")),
                row.getString("model"),
                row.getString("activity"),
                row.getString("reason"),
                row.getString("whom"),
                row.getObject("since_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("until_at", OffsetDateTime.class)),
                row.getString("task"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
