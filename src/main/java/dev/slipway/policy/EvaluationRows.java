package dev.slipway.policy;

import dev.slipway.journal.CanonicalJson;
import dev.slipway.transaction.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every answer a table ever gave. */
@Repository
class EvaluationRows {

    private static final String READ =
            "select release, decision, version, at, facts, rules, outputs from policy_evaluation";

    private static final String READ_KEPT = READ.replace("select ", "select id, ");

    private final JdbcClient jdbc;
    private final ReadOnce<Asked, Optional<Evaluation>> newest = new ReadOnce<>();

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the digest of facts and outputs as they are kept. */
    String insert(Evaluation evaluation) {
        newest.forget(new Asked(evaluation.release(), evaluation.table()));
        var facts = CanonicalJson.of(evaluation.facts());
        var outputs = CanonicalJson.of(evaluation.outputs());
        jdbc.sql("insert into policy_evaluation (release, decision, version, at, facts, rules, outputs)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        evaluation.release(),
                        evaluation.table(),
                        evaluation.version(),
                        evaluation.at().atOffset(ZoneOffset.UTC),
                        facts.text(),
                        CanonicalJson.of(evaluation.rules()).text(),
                        outputs.text())
                .update();
        return new CanonicalJson("{\"facts\":" + facts.text() + ",\"outputs\":" + outputs.text() + "}").digest();
    }

    Optional<Evaluation> newest(String release, String table) {
        return newest.get(
                new Asked(release, table),
                () -> jdbc.sql(READ + " where release = ? and decision = ? order by id desc fetch first 1 row only")
                        .params(release, table)
                        .query(EvaluationRows::evaluation)
                        .optional());
    }

    List<Evaluation> of(String release) {
        return jdbc.sql(READ + " where release = ? order by id")
                .param(release)
                .query(EvaluationRows::evaluation)
                .list();
    }

    /** The newest of a table, newest first, before this one (from the newest where 0). */
    List<Kept> page(String table, long before, int limit) {
        return jdbc.sql(READ_KEPT
                        + " where decision = ? and id < ? order by decision desc, id desc fetch first ? rows only")
                .params(table, before <= 0 ? Long.MAX_VALUE : before, limit)
                .query((row, index) -> new Kept(row.getLong("id"), evaluation(row, index)))
                .list();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from policy_evaluation where decision = ?")
                .param(table)
                .query(Long.class)
                .single();
    }

    /** Decisions of a table as they are kept, oldest first, after this one and up to that one. */
    List<Past> past(String table, long after, long last, int limit) {
        return jdbc.sql("select id, release, at, facts, outputs from policy_evaluation"
                        + " where decision = ? and id > ? and id <= ? order by decision, id fetch first ? rows only")
                .params(table, after, last, limit)
                .query((row, index) -> new Past(
                        row.getLong("id"),
                        row.getString("release"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("facts"),
                        row.getString("outputs")))
                .list();
    }

    /** The newest of all decisions; 0 where there is none. */
    long last() {
        return jdbc.sql("select coalesce(max(id), 0) from policy_evaluation")
                .query(Long.class)
                .single();
    }

    /** A decision and its place among all. */
    record Kept(long id, Evaluation evaluation) {}

    /** A decision whose facts and outputs have not been read yet. */
    record Past(long id, String release, Instant at, String facts, String outputs) {}

    @SuppressWarnings("unchecked")
    private static Evaluation evaluation(ResultSet row, int index) throws SQLException {
        var rules = new CanonicalJson(row.getString("rules")).items();
        var outputs = new CanonicalJson(row.getString("outputs")).items();
        return new Evaluation(
                row.getString("release"),
                row.getString("decision"),
                row.getString("version"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new CanonicalJson(row.getString("facts")).members(),
                rules.stream().map(String::valueOf).toList(),
                outputs.stream().map(output -> (Map<String, Object>) output).toList());
    }

    private record Asked(String release, String table) {}
}
