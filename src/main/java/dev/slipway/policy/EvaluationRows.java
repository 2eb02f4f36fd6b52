package dev.slipway.policy;

import dev.slipway.journal.CanonicalJson;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final JdbcClient jdbc;

    EvaluationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the digest of facts and outputs as they are kept. */
    String insert(Evaluation evaluation) {
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
        return CanonicalJson.of(Map.of("facts", evaluation.facts(), "outputs", evaluation.outputs()))
                .digest();
    }

    Optional<Evaluation> newest(String release, String table) {
        return jdbc.sql(READ + " where release = ? and decision = ? order by id desc fetch first 1 row only")
                .params(release, table)
                .query(EvaluationRows::evaluation)
                .optional();
    }

    List<Evaluation> of(String release) {
        return jdbc.sql(READ + " where release = ? order by id")
                .param(release)
                .query(EvaluationRows::evaluation)
                .list();
    }

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
}
