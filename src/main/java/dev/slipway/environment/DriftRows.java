package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Drift.Ending;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every drift that was seen, and what was told of it. */
@Repository
class DriftRows {

    private final JdbcClient jdbc;

    DriftRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Spot spot, Occupancy planned, String actual, Instant at) {
        jdbc.sql("""
                        insert into environment_drift (environment, component, release, planned, actual, told, repairs, seen_at, ending)
                        values (?, ?, ?, ?, ?, ?, 0, ?, 'LASTS')""")
                .params(
                        spot.environment().value(),
                        spot.component().toString(),
                        planned.release().value(),
                        planned.version(),
                        actual,
                        actual,
                        ProbeRows.stored(at))
                .update();
    }

    Optional<Told> open(Spot spot) {
        return jdbc.sql("""
                        select * from environment_drift where environment = ? and component = ? and ended_at is null
                        order by number desc fetch first 1 rows only""")
                .params(spot.environment().value(), spot.component().toString())
                .query((row, number) -> new Told(
                        drift(row, number), row.getString("told").lines().toList()))
                .optional();
    }

    List<Drift> open() {
        return jdbc.sql("select * from environment_drift where ended_at is null order by number")
                .query(DriftRows::drift)
                .list();
    }

    /** The newest before the given number. */
    List<Drift> before(long number, int most) {
        return jdbc.sql("select * from environment_drift where number < ? order by number desc fetch first ? rows only")
                .params(number, most)
                .query(DriftRows::drift)
                .list();
    }

    Optional<Drift> find(long number) {
        return jdbc.sql("select * from environment_drift where number = ?")
                .param(number)
                .query(DriftRows::drift)
                .optional();
    }

    void repair(long number) {
        jdbc.sql("update environment_drift set repairs = repairs + 1 where number = ?")
                .param(number)
                .update();
    }

    void change(long number, String actual, List<String> told) {
        jdbc.sql("update environment_drift set actual = ?, told = ? where number = ?")
                .params(actual, String.join("\n", told), number)
                .update();
    }

    void end(long number, Ending ending, Instant at) {
        jdbc.sql("update environment_drift set ended_at = ?, ending = ? where number = ?")
                .params(ProbeRows.stored(at), ending.name(), number)
                .update();
    }

    private static Drift drift(ResultSet row, int number) throws SQLException {
        return new Drift(
                row.getLong("number"),
                new EnvironmentKey(row.getString("environment")),
                ComponentKey.parse(row.getString("component")),
                new ReleaseId(row.getString("release")),
                row.getString("planned"),
                row.getString("actual"),
                row.getInt("repairs"),
                Objects.requireNonNull(ProbeRows.instant(row, "seen_at")),
                ProbeRows.instant(row, "ended_at"),
                Ending.valueOf(row.getString("ending")));
    }

    /** @param told what was told of it already: coming back to it is no news */
    record Told(Drift drift, List<String> told) {}
}
