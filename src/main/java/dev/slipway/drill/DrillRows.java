package dev.slipway.drill;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.drill.Drill.Outcome;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** All drills, held or not. */
@Repository
class DrillRows {

    private final JdbcClient jdbc;

    DrillRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another one is under way there */
    long insert(Drill drill) {
        var key = new GeneratedKeyHolder();
        var release = drill.release();
        var endedAt = drill.endedAt();
        jdbc.sql("""
                        insert into drill_drill (product, environment, running, release, version, asked_by, scheduled,
                            threshold_seconds, asked_at, ended_at, outcome, reason, evidence)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(drill.product().value())
                .param(drill.environment().value())
                .param(drill.outcome() == Outcome.RUNNING ? drill.product() + "/" + drill.environment() : null)
                .param(release == null ? null : release.value())
                .param(drill.version())
                .param(drill.by().toString())
                .param(drill.scheduled())
                .param(drill.threshold().toSeconds())
                .param(drill.askedAt().atOffset(ZoneOffset.UTC))
                .param(endedAt == null ? null : endedAt.atOffset(ZoneOffset.UTC))
                .param(drill.outcome().name())
                .param(drill.reason())
                .param(drill.evidence())
                .update(key, "number");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Whether it was the first to say so. */
    boolean goBack(long number, Instant at) {
        return jdbc.sql("update drill_drill set going_back_at = ? where number = ? and going_back_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), number)
                        .update()
                == 1;
    }

    void end(Drill drill) {
        var back = drill.backAt();
        jdbc.sql("""
                        update drill_drill set running = null, back_at = ?, ended_at = ?, outcome = ?, reason = ?, evidence = ?
                        where number = ?""")
                .param(back == null ? null : back.atOffset(ZoneOffset.UTC))
                .param(Objects.requireNonNull(drill.endedAt()).atOffset(ZoneOffset.UTC))
                .param(drill.outcome().name())
                .param(drill.reason())
                .param(drill.evidence())
                .param(drill.number())
                .update();
    }

    Optional<Drill> find(long number) {
        return jdbc.sql("select * from drill_drill where number = ?")
                .param(number)
                .query(DrillRows::drill)
                .optional();
    }

    Optional<Drill> of(ReleaseId release) {
        return jdbc.sql("select * from drill_drill where release = ?")
                .param(release.value())
                .query(DrillRows::drill)
                .optional();
    }

    Optional<Drill> running(ProductKey product, EnvironmentKey environment) {
        return jdbc.sql("select * from drill_drill where running = ?")
                .param(product + "/" + environment)
                .query(DrillRows::drill)
                .optional();
    }

    /** Newest first. */
    List<Drill> page(@Nullable ProductKey product, long before, int limit) {
        var where = product == null ? "" : "product = ? and ";
        var parameters = new ArrayList<Object>();
        if (product != null) {
            parameters.add(product.value());
        }
        parameters.add(before);
        parameters.add(limit);
        return jdbc.sql("select * from drill_drill where " + where
                        + "number < ? order by number desc fetch first ? rows only")
                .params(parameters)
                .query(DrillRows::drill)
                .list();
    }

    /** The newest of each product and environment. */
    List<Drill> newest() {
        return jdbc.sql("""
                        select * from drill_drill where number in
                            (select max(number) from drill_drill group by product, environment)
                        order by product, environment""").query(DrillRows::drill).list();
    }

    Optional<Instant> lastGood(ProductKey product) {
        return jdbc.sql("select max(ended_at) from drill_drill where product = ? and outcome = 'GOOD'")
                .param(product.value())
                .query((row, index) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static Drill drill(ResultSet row, int index) throws SQLException {
        var release = row.getString("release");
        return new Drill(
                row.getLong("number"),
                new ProductKey(row.getString("product")),
                new EnvironmentKey(row.getString("environment")),
                release == null ? null : new ReleaseId(release),
                row.getString("version"),
                Actor.parse(row.getString("asked_by")),
                row.getBoolean("scheduled"),
                Duration.ofSeconds(row.getLong("threshold_seconds")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "going_back_at"),
                instant(row, "back_at"),
                instant(row, "ended_at"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getString("evidence"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
