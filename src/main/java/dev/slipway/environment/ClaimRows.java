package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may change which component where; the primary key is the exclusion. */
@Repository
class ClaimRows {

    private final JdbcClient jdbc;

    ClaimRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Held> at(Place place) {
        return jdbc.sql("select * from environment_claim where environment = ? and product = ? order by component")
                .params(place.environment().value(), place.product().value())
                .query(ClaimRows::held)
                .list();
    }

    List<Held> all() {
        return jdbc.sql("select * from environment_claim order by environment, component")
                .query(ClaimRows::held)
                .list();
    }

    void insert(Place place, ComponentKey component, ReleaseId release, Instant since) {
        jdbc.sql(
                        "insert into environment_claim (environment, component, product, release, since) values (?, ?, ?, ?, ?)")
                .params(
                        place.environment().value(),
                        component.toString(),
                        place.product().value(),
                        release.value(),
                        since.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether there was one. */
    boolean delete(Place place, ReleaseId release) {
        return jdbc.sql("delete from environment_claim where environment = ? and product = ? and release = ?")
                        .params(place.environment().value(), place.product().value(), release.value())
                        .update()
                > 0;
    }

    boolean holds(ReleaseId release, EnvironmentKey environment) {
        return jdbc.sql("select count(*) from environment_claim where release = ? and environment = ?")
                        .params(release.value(), environment.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean holdsAny(ReleaseId release) {
        return jdbc.sql("select count(*) from environment_claim where release = ?")
                        .param(release.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Held held(ResultSet row, int index) throws SQLException {
        return new Held(
                new EnvironmentKey(row.getString("environment")),
                ComponentKey.parse(row.getString("component")),
                new ReleaseId(row.getString("release")),
                row.getObject("since", OffsetDateTime.class).toInstant());
    }

    /** One component held by one release. */
    record Held(EnvironmentKey environment, ComponentKey component, ReleaseId release, Instant since) {}
}
