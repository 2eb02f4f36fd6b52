package dev.slipway.release;

import dev.slipway.release.Releases.PlanVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version of every plan; written once, never changed. */
@Repository
class PlanRows {

    private final JdbcClient jdbc;
    private final WrittenOnce<Plan> known = new WrittenOnce<>();

    PlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ReleaseId release, PlanVersion version) {
        jdbc.sql("insert into release_plan (release, number, plan, made_at, made_by, reason) values (?, ?, ?, ?, ?, ?)")
                .params(
                        release.value(),
                        version.number(),
                        StoredJson.write(version.plan()),
                        version.at().atOffset(ZoneOffset.UTC),
                        version.by(),
                        version.reason())
                .update();
        known.written(release, version.number(), version.plan());
    }

    /** The one that the release says is in force. */
    Plan of(Release release) {
        return known.get(
                release.id(),
                release.planVersion(),
                () -> jdbc.sql("select plan from release_plan where release = ? and number = ?")
                        .params(release.id().value(), release.planVersion())
                        .query((row, index) -> StoredJson.read(row.getString("plan"), Plan.class))
                        .single());
    }

    Plan current(ReleaseId release) {
        return jdbc.sql("select plan from release_plan where release = ? order by number desc fetch first 1 row only")
                .param(release.value())
                .query(String.class)
                .optional()
                .map(text -> StoredJson.read(text, Plan.class))
                .orElseThrow(() -> new NoSuchElementException("there is no release " + release));
    }

    List<PlanVersion> all(ReleaseId release) {
        return jdbc.sql("select * from release_plan where release = ? order by number")
                .param(release.value())
                .query(PlanRows::version)
                .list();
    }

    private static PlanVersion version(ResultSet row, int index) throws SQLException {
        return new PlanVersion(
                row.getInt("number"),
                StoredJson.read(row.getString("plan"), Plan.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("reason"));
    }
}
