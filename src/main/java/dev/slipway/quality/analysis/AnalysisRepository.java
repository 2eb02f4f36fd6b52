package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
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
class AnalysisRepository {

    private final JdbcClient jdbc;

    AnalysisRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String visit, Matter matter, String server, Period period) {
        jdbc.sql("""
                insert into quality_analysis
                    (visit, release_id, candidate, environment, version, former, share, server, from_at, until_at,
                     step_millis, looks, reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '')""")
                .params(
                        visit,
                        matter.release().id().value(),
                        matter.candidate().hex(),
                        matter.environment().value(),
                        matter.release().version(),
                        matter.former(),
                        matter.share(),
                        server,
                        stored(period.from()),
                        stored(period.until()),
                        period.step().toMillis())
                .update();
    }

    void look(long id, int look, Instant at, List<Judgement> judgements) {
        jdbc.sql("update quality_analysis set looks = ? where id = ?")
                .params(look, id)
                .update();
        for (var place = 0; place < judgements.size(); place++) {
            var judgement = judgements.get(place);
            jdbc.sql("""
                    insert into quality_judgement
                        (analysis_id, look, place, judged_at, criterion, finding, words, figures)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            id,
                            look,
                            place,
                            stored(at),
                            judgement.criterion(),
                            judgement.finding().name(),
                            judgement.words(),
                            Json.write(judgement.figures()))
                    .update();
        }
    }

    void end(long id, Period period, Finding finding, String reason, Instant at, Digest evidence) {
        jdbc.sql("""
                update quality_analysis
                set from_at = ?, until_at = ?, finding = ?, reason = ?, ended_at = ?, evidence = ?
                where id = ? and ended_at is null""")
                .params(
                        stored(period.from()),
                        stored(period.until()),
                        finding.name(),
                        reason,
                        stored(at),
                        evidence.hex(),
                        id)
                .update();
    }

    /** Ends it without a last look; returns whether it was still going on. */
    boolean breakOff(String visit, Finding finding, String reason, Instant at) {
        return jdbc.sql(
                                "update quality_analysis set finding = ?, reason = ?, ended_at = ? where visit = ? and ended_at is null")
                        .params(finding.name(), reason, stored(at), visit)
                        .update()
                == 1;
    }

    Optional<Analysis> of(String visit) {
        return read("visit = ?", visit).stream().findFirst();
    }

    Optional<Analysis> find(ReleaseId release, long id) {
        return read("release_id = ? and id = ?", release.value(), id).stream().findFirst();
    }

    /** Newest first. */
    List<Analysis> of(ReleaseId release) {
        return read("release_id = ?", release.value());
    }

    private List<Analysis> read(String condition, Object... values) {
        return jdbc
                .sql("select * from quality_analysis where " + condition + " order by id desc")
                .params(values)
                .query((row, number) -> analysis(row))
                .list()
                .stream()
                .map(analysis -> analysis.with(judgements(analysis.id(), analysis.looks())))
                .toList();
    }

    List<Judgement> judgements(long analysis, int look) {
        return jdbc.sql("select * from quality_judgement where analysis_id = ? and look = ? order by place")
                .params(analysis, look)
                .query((row, number) -> new Judgement(
                        row.getString("criterion"),
                        Finding.valueOf(row.getString("finding")),
                        row.getString("words"),
                        Json.figures(row.getString("figures"))))
                .list();
    }

    private static Analysis analysis(ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        var evidence = row.getString("evidence");
        return new Analysis(
                row.getLong("id"),
                row.getString("visit"),
                new ReleaseId(row.getString("release_id")),
                new Digest(row.getString("candidate")),
                new EnvironmentKey(row.getString("environment")),
                row.getString("version"),
                row.getString("former"),
                row.getInt("share"),
                row.getString("server"),
                instant(row, "from_at"),
                instant(row, "until_at"),
                Duration.ofMillis(row.getLong("step_millis")),
                row.getInt("looks"),
                finding == null ? null : Finding.valueOf(finding),
                row.getString("reason"),
                ended(row),
                evidence == null ? null : new Digest(evidence),
                List.of());
    }

    private static @Nullable Instant ended(ResultSet row) throws SQLException {
        var at = row.getObject("ended_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
