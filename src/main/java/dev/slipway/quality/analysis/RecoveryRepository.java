package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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
class RecoveryRepository {

    private static final String HERE = " release_id = :release and environment = :environment ";

    private final JdbcClient jdbc;

    RecoveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns whether that is news. */
    boolean see(ReleaseId release, EnvironmentKey environment, String cause, Instant at) {
        return jdbc.sql("""
                                insert into quality_failure (release_id, environment, cause, seen_at, acted_by)
                                select :release, :environment, :cause, :at, '' from (select 1 as one) nothing
                                where not exists (select 1 from quality_failure
                                    where release_id = :release and environment = :environment and recovered_at is null)""")
                        .param("release", release.value())
                        .param("environment", environment.value())
                        .param("cause", cause)
                        .param("at", stored(at))
                        .update()
                == 1;
    }

    void act(long id, Instant at, String by) {
        jdbc.sql("update quality_failure set acted_at = ?, acted_by = ? where id = ? and acted_at is null")
                .params(stored(at), by, id)
                .update();
    }

    void recover(long id, Instant at) {
        jdbc.sql("update quality_failure set recovered_at = ? where id = ? and recovered_at is null")
                .params(stored(at), id)
                .update();
    }

    List<Kept> unacknowledged(ReleaseId release) {
        return read("release_id = ? and acted_at is null", release.value());
    }

    List<Kept> open(ReleaseId release, EnvironmentKey environment) {
        return read(
                "release_id = ? and environment = ? and recovered_at is null", release.value(), environment.value());
    }

    /** Oldest first. */
    List<Failure> of(ReleaseId release) {
        return read("release_id = ?", release.value()).stream()
                .map(Kept::failure)
                .toList();
    }

    private List<Kept> read(String condition, Object... values) {
        return jdbc.sql("select * from quality_failure where " + condition + " order by id")
                .params(values)
                .query((row, number) -> new Kept(
                        row.getLong("id"),
                        new Failure(
                                new EnvironmentKey(row.getString("environment")),
                                row.getString("cause"),
                                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                                instant(row, "acted_at"),
                                row.getString("acted_by"),
                                instant(row, "recovered_at"))))
                .list();
    }

    void down(ReleaseId release, EnvironmentKey environment, String component, Instant at) {
        jdbc.sql("""
                        insert into quality_outage (release_id, environment, component, from_at)
                        select :release, :environment, :component, :at from (select 1 as one) nothing
                        where not exists (select 1 from quality_outage
                            where release_id = :release and environment = :environment and component = :component
                                and until_at is null)""")
                .param("release", release.value())
                .param("environment", environment.value())
                .param("component", component)
                .param("at", stored(at))
                .update();
    }

    /** All components where none is named. */
    void upAgain(ReleaseId release, EnvironmentKey environment, String component, Instant at) {
        jdbc.sql("update quality_outage set until_at = :at where" + HERE
                        + "and until_at is null and (:component = '' or component = :component)")
                .param("at", stored(at))
                .param("release", release.value())
                .param("environment", environment.value())
                .param("component", component)
                .update();
    }

    /** Since when a component there does not answer. */
    Optional<Instant> downSince(ReleaseId release, EnvironmentKey environment) {
        return jdbc.sql("select min(from_at) as since from quality_outage where" + HERE + "and until_at is null")
                .param("release", release.value())
                .param("environment", environment.value())
                .query((row, number) -> Optional.ofNullable(instant(row, "since")))
                .single();
    }

    Duration downtime(ReleaseId release, Instant now) {
        return jdbc
                .sql("select from_at, until_at from quality_outage where release_id = ?")
                .param(release.value())
                .query((row, number) -> {
                    var until = instant(row, "until_at");
                    return Duration.between(
                            row.getObject("from_at", OffsetDateTime.class).toInstant(), until == null ? now : until);
                })
                .list()
                .stream()
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A failure with its row. */
    record Kept(long id, Failure failure) {}
}
