package dev.slipway.release;

import dev.slipway.transaction.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The releases as changes, one row each as soon as they are classified. */
@Repository
class ChangeRows {

    private final JdbcClient jdbc;
    private final ReadOnce<ReleaseId, Optional<ChangeRecord>> read = new ReadOnce<>();

    ChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(ChangeRecord change) {
        read.forget(change.release());
        var updated = jdbc.sql("""
                        update release_change set type = ?, state = ?, candidate = ?, plan_version = ?, classified_at = ?, moved_at = ?
                        where release = ?""")
                .params(
                        change.type().name(),
                        change.state().name(),
                        change.candidate(),
                        change.planVersion(),
                        at(change.classifiedAt()),
                        at(change.movedAt()),
                        change.release().value())
                .update();
        if (updated == 0) {
            jdbc.sql("""
                            insert into release_change (release, type, state, candidate, plan_version, classified_at, moved_at)
                            values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            change.release().value(),
                            change.type().name(),
                            change.state().name(),
                            change.candidate(),
                            change.planVersion(),
                            at(change.classifiedAt()),
                            at(change.movedAt()))
                    .update();
        }
    }

    void move(ReleaseId release, ChangeState state, Instant at) {
        read.forget(release);
        jdbc.sql("update release_change set state = ?, moved_at = ? where release = ?")
                .params(state.name(), at(at), release.value())
                .update();
    }

    Optional<ChangeRecord> find(ReleaseId release) {
        return read.get(
                release,
                () -> jdbc.sql("select * from release_change where release = ?")
                        .param(release.value())
                        .query(ChangeRows::change)
                        .optional());
    }

    List<ChangeRecord> find(Collection<ReleaseId> releases) {
        if (releases.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from release_change where release in (:releases)")
                .param("releases", releases.stream().map(ReleaseId::value).toList())
                .query(ChangeRows::change)
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static ChangeRecord change(ResultSet row, int index) throws SQLException {
        return new ChangeRecord(
                new ReleaseId(row.getString("release")),
                ChangeType.valueOf(row.getString("type")),
                ChangeState.valueOf(row.getString("state")),
                row.getInt("candidate"),
                row.getInt("plan_version"),
                row.getObject("classified_at", OffsetDateTime.class).toInstant(),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
