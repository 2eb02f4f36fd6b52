package dev.slipway.drill;

import dev.slipway.calendar.Series;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.ProductKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where and when going back is drilled. */
@Repository
class DrillPlanRows {

    private final JdbcClient jdbc;

    DrillPlanRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(DrillPlan plan) {
        delete(plan.product(), plan.environment());
        jdbc.sql("""
                        insert into drill_plan (product, environment, starts_local, zone, rule, threshold_seconds, document, next_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(plan.product().value())
                .param(plan.environment().value())
                .param(plan.series().start().toString())
                .param(plan.series().zone().getId())
                .param(plan.series().rule())
                .param(plan.threshold().toSeconds())
                .param(plan.document())
                .param(offset(plan.next()))
                .update();
    }

    void delete(ProductKey product, EnvironmentKey environment) {
        jdbc.sql("delete from drill_plan where product = ? and environment = ?")
                .params(product.value(), environment.value())
                .update();
    }

    Optional<DrillPlan> find(ProductKey product, EnvironmentKey environment) {
        return jdbc.sql("select * from drill_plan where product = ? and environment = ?")
                .params(product.value(), environment.value())
                .query(DrillPlanRows::plan)
                .optional();
    }

    List<DrillPlan> all() {
        return jdbc.sql("select * from drill_plan order by product, environment")
                .query(DrillPlanRows::plan)
                .list();
    }

    List<DrillPlan> due(Instant now) {
        return jdbc.sql("select * from drill_plan where next_at <= ? order by next_at, product, environment")
                .param(now.atOffset(ZoneOffset.UTC))
                .query(DrillPlanRows::plan)
                .list();
    }

    /** Takes what is due and says when it is due again. Of several nodes one is told that it has it; the others wait for its transaction, and then have not. */
    boolean take(DrillPlan plan, @Nullable Instant next) {
        return jdbc.sql("update drill_plan set next_at = ? where product = ? and environment = ? and next_at = ?")
                        .param(offset(next))
                        .param(plan.product().value())
                        .param(plan.environment().value())
                        .param(offset(Objects.requireNonNull(plan.next())))
                        .update()
                == 1;
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static DrillPlan plan(ResultSet row, int index) throws SQLException {
        var next = row.getObject("next_at", OffsetDateTime.class);
        return new DrillPlan(
                new ProductKey(row.getString("product")),
                new EnvironmentKey(row.getString("environment")),
                new Series(
                        LocalDateTime.parse(row.getString("starts_local")),
                        ZoneId.of(row.getString("zone")),
                        row.getString("rule")),
                Duration.ofSeconds(row.getLong("threshold_seconds")),
                row.getString("document"),
                next == null ? null : next.toInstant());
    }
}
