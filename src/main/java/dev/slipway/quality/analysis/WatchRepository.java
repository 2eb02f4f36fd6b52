package dev.slipway.quality.analysis;

import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WatchRepository {

    private final JdbcClient jdbc;

    WatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String visit, Release release, String environment, Instant moved, Instant at) {
        jdbc.sql("""
                insert into quality_watch
                    (visit, release_id, product, environment, version, moved_at, begun_at, alarm)
                values (?, ?, ?, ?, ?, ?, ?, '')""")
                .params(
                        visit,
                        release.id().value(),
                        release.product().value(),
                        environment,
                        release.version(),
                        stored(moved),
                        stored(at))
                .update();
    }

    /** Ends what is watched of the release there; everywhere where no environment is named. */
    void end(ReleaseId release, String environment, Instant at) {
        jdbc.sql("""
                update quality_watch set ended_at = :at
                where release_id = :release and ended_at is null and (:environment = '' or environment = :environment)""")
                .param("at", stored(at))
                .param("release", release.value())
                .param("environment", environment)
                .update();
    }

    /** The first alarm is the reason; others change nothing. */
    void alarm(String visit, String words) {
        jdbc.sql("update quality_watch set alarm = ? where visit = ? and alarm = ''")
                .params(words, visit)
                .update();
    }

    Optional<Row> find(String visit) {
        return jdbc.sql("select * from quality_watch where visit = ?")
                .param(visit)
                .query((row, number) -> row(row))
                .optional();
    }

    Stream<Row> open(ReleaseId release) {
        return jdbc
                .sql("select * from quality_watch where release_id = ? and ended_at is null")
                .param(release.value())
                .query((row, number) -> row(row))
                .list()
                .stream();
    }

    /** The newest first. */
    Stream<Row> open(String product, String environment) {
        return jdbc.sql("""
                        select * from quality_watch
                        where product = ? and environment = ? and ended_at is null order by begun_at desc""").params(product, environment).query((row, number) -> row(row)).list().stream();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("visit"),
                new ReleaseId(row.getString("release_id")),
                row.getString("environment"),
                row.getString("version"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                row.getString("alarm"));
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** One release that is watched in one environment. */
    record Row(String visit, ReleaseId release, String environment, String version, Instant moved, String alarm) {}
}
