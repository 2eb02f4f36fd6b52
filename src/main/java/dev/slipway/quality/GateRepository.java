package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class GateRepository {

    private static final String CURRENT = """
            id in (select max(id) from quality_gate
                   where release_id = ? and candidate = ? group by name)""";

    private final JdbcClient jdbc;

    GateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Gate gate) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                insert into quality_gate (release_id, candidate, name, verdict, assessed_at)
                values (?, ?, ?, ?, ?)""")
                .params(
                        gate.release().value(),
                        gate.candidate().hex(),
                        gate.name(),
                        gate.verdict().name(),
                        gate.at().atOffset(ZoneOffset.UTC))
                .update(key, "id");
        add(key.getKeyAs(Long.class), gate.criteria());
    }

    private void add(Long gate, List<Criterion> criteria) {
        var values = new ArrayList<Object>();
        for (int place = 0; place < criteria.size(); place++) {
            var criterion = criteria.get(place);
            values.addAll(List.of(
                    gate,
                    place,
                    criterion.name(),
                    criterion.measured(),
                    criterion.required(),
                    criterion.verdict().name()));
        }
        jdbc.sql("insert into quality_criterion (gate_id, place, name, measured, required, verdict) values "
                        + String.join(", ", Collections.nCopies(criteria.size(), "(?, ?, ?, ?, ?, ?)")))
                .params(values)
                .update();
    }

    /** Newest first. */
    List<Gate> of(ReleaseId release) {
        return read("release_id = ?", "id desc", release.value());
    }

    /** The last assessment of each gate, by name. */
    List<Gate> current(ReleaseId release, Digest candidate) {
        return read(CURRENT, "name", release.value(), candidate.hex());
    }

    /** Assessments first: their lines are written with them, so that whoever sees an assessment finds all of them. */
    private List<Gate> read(String condition, String order, Object... values) {
        var rows = jdbc.sql("select * from quality_gate where " + condition + " order by " + order)
                .params(values)
                .query((row, number) -> Map.entry(row.getLong("id"), gate(row)))
                .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var criteria = new HashMap<Long, List<Criterion>>();
        jdbc.sql("select * from quality_criterion where gate_id in (:ids) order by place")
                .param("ids", rows.stream().map(Map.Entry::getKey).toList())
                .query(row -> {
                    criteria.computeIfAbsent(row.getLong("gate_id"), id -> new ArrayList<>())
                            .add(criterion(row));
                });
        return rows.stream()
                .map(row -> row.getValue().with(criteria.getOrDefault(row.getKey(), List.of())))
                .toList();
    }

    private static Criterion criterion(ResultSet row) throws SQLException {
        return new Criterion(
                row.getString("name"),
                row.getString("measured"),
                row.getString("required"),
                Verdict.valueOf(row.getString("verdict")));
    }

    private static Gate gate(ResultSet row) throws SQLException {
        return new Gate(
                new ReleaseId(row.getString("release_id")),
                new Digest(row.getString("candidate")),
                row.getString("name"),
                List.of(),
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("assessed_at", OffsetDateTime.class).toInstant());
    }
}
