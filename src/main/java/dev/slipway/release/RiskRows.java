package dev.slipway.release;

import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version of every risk; written once, never changed. */
@Repository
class RiskRows {

    private final JdbcClient jdbc;

    RiskRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(RegisteredRisk risk) {
        jdbc.sql("""
                        insert into release_risk (release, number, version, title, owner, likelihood, impact, mitigation,
                            state, reason, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        risk.release().value(),
                        risk.number(),
                        risk.version(),
                        risk.title(),
                        risk.owner().value(),
                        risk.likelihood().name(),
                        risk.impact().name(),
                        risk.mitigation(),
                        risk.standing().name(),
                        risk.reason(),
                        risk.changedBy().toString(),
                        risk.changedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest version of each, in the order of their numbers. */
    List<RegisteredRisk> current(ReleaseId release) {
        var newest = new TreeMap<Integer, RegisteredRisk>();
        all(release).forEach(risk -> newest.put(risk.number(), risk));
        return List.copyOf(newest.values());
    }

    /** Every version of each, oldest first. */
    List<RegisteredRisk> all(ReleaseId release) {
        return jdbc.sql("select * from release_risk where release = ? order by number, version")
                .param(release.value())
                .query(RiskRows::risk)
                .list();
    }

    static RegisteredRisk risk(ResultSet row, int index) throws SQLException {
        return new RegisteredRisk(
                new ReleaseId(row.getString("release")),
                row.getInt("number"),
                row.getInt("version"),
                row.getString("title"),
                new PersonId(row.getString("owner")),
                Degree.valueOf(row.getString("likelihood")),
                Degree.valueOf(row.getString("impact")),
                row.getString("mitigation"),
                RegisteredRisk.Standing.valueOf(row.getString("state")),
                row.getString("reason"),
                Actor.parse(row.getString("changed_by")),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
