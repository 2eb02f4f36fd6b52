package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is where now, and what was there before. */
@Repository
class OccupancyRows {

    private final JdbcClient jdbc;

    OccupancyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Occupancy> find(EnvironmentKey environment, ComponentKey component) {
        return jdbc.sql("select * from environment_occupancy where environment = ? and component = ?")
                .params(environment.value(), component.toString())
                .query(OccupancyRows::occupancy)
                .optional();
    }

    /** Whether anything there was put there by this release. */
    boolean isThere(EnvironmentKey environment, ReleaseId release) {
        return jdbc.sql("select count(*) from environment_occupancy where environment = ? and release = ?")
                        .params(environment.value(), release.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Occupancy> all() {
        return jdbc.sql("select * from environment_occupancy order by component, environment")
                .query(OccupancyRows::occupancy)
                .list();
    }

    List<Occupancy> history(EnvironmentKey environment, ComponentKey component, int limit) {
        return jdbc.sql("""
                        select * from environment_history where environment = ? and component = ?
                        order by number desc fetch first ? rows only""")
                .params(environment.value(), component.toString(), limit)
                .query(OccupancyRows::occupancy)
                .list();
    }

    void put(Occupancy there) {
        var updated = jdbc.sql("""
                        update environment_occupancy set version = ?, artifact = ?, release = ?, since = ?
                        where environment = ? and component = ?""").params(values(there)).update();
        if (updated == 0) {
            insert("environment_occupancy", there);
        }
        insert("environment_history", there);
    }

    /** Whether anything was there. */
    boolean remove(EnvironmentKey environment, ComponentKey component) {
        return jdbc.sql("delete from environment_occupancy where environment = ? and component = ?")
                        .params(environment.value(), component.toString())
                        .update()
                > 0;
    }

    private void insert(String table, Occupancy there) {
        jdbc.sql("insert into " + table
                        + " (version, artifact, release, since, environment, component) values (?, ?, ?, ?, ?, ?)")
                .params(values(there))
                .update();
    }

    private static List<Object> values(Occupancy there) {
        return List.of(
                there.version(),
                there.artifact().hex(),
                there.release().value(),
                there.since().atOffset(ZoneOffset.UTC),
                there.environment().value(),
                there.component().toString());
    }

    private static Occupancy occupancy(ResultSet row, int index) throws SQLException {
        return new Occupancy(
                new EnvironmentKey(row.getString("environment")),
                ComponentKey.parse(row.getString("component")),
                row.getString("version"),
                new Digest(row.getString("artifact")),
                new ReleaseId(row.getString("release")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }
}
