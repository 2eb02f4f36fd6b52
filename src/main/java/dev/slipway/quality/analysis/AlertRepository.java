package dev.slipway.quality.analysis;

import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AlertRepository {

    private final JdbcClient jdbc;

    AlertRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else has just heard the same */
    void insert(Alert alert) {
        var release = alert.release();
        jdbc.sql("""
                insert into quality_alert
                    (fingerprint, starts_at, name, product, environment, version, summary, release_id, note,
                     received_at, repeated_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        alert.fingerprint(),
                        stored(alert.startsAt()),
                        alert.name(),
                        alert.product(),
                        alert.environment(),
                        alert.version(),
                        alert.summary(),
                        release == null ? "" : release.value(),
                        alert.note(),
                        stored(alert.receivedAt()),
                        stored(alert.repeatedAt()))
                .update();
    }

    Optional<Alert> find(String fingerprint, Instant startsAt) {
        return jdbc.sql("select * from quality_alert where fingerprint = ? and starts_at = ?")
                .params(fingerprint, stored(startsAt))
                .query((row, number) -> alert(row))
                .optional();
    }

    void repeated(Alert alert, Instant at) {
        jdbc.sql("update quality_alert set repeated_at = ? where fingerprint = ? and starts_at = ?")
                .params(stored(at), alert.fingerprint(), stored(alert.startsAt()))
                .update();
    }

    /** Returns whether that was news. */
    boolean resolved(Alert alert, Instant at) {
        return jdbc.sql("""
                                update quality_alert set resolved_at = ?, repeated_at = ?
                                where fingerprint = ? and starts_at = ? and resolved_at is null""")
                        .params(stored(at), stored(at), alert.fingerprint(), stored(alert.startsAt()))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Alert> of(ReleaseId release) {
        return jdbc.sql("select * from quality_alert where release_id = ? order by id desc")
                .param(release.value())
                .query((row, number) -> alert(row))
                .list();
    }

    private static Alert alert(ResultSet row) throws SQLException {
        var release = row.getString("release_id");
        return new Alert(
                row.getString("fingerprint"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("name"),
                row.getString("product"),
                row.getString("environment"),
                row.getString("version"),
                row.getString("summary"),
                release.isEmpty() ? null : new ReleaseId(release),
                row.getString("note"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("repeated_at", OffsetDateTime.class).toInstant(),
                resolved(row));
    }

    private static @Nullable Instant resolved(ResultSet row) throws SQLException {
        var at = row.getObject("resolved_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
