package dev.slipway.calendar;

import dev.slipway.calendar.Exemption.State;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.journal.Actor;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** The exemptions, asked for and decided. */
@Repository
class ExemptionRows {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ExemptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long insert(Exemption exemption) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into calendar_exemption (release, environment, entry, reason, until_at, requested_by, requested_at,
                            state, comment) values (?, ?, ?, ?, ?, ?, ?, 'OPEN', '')""")
                .param(exemption.release().value())
                .param(exemption.environment().value())
                .param(exemption.entry())
                .param(exemption.reason())
                .param(exemption.until().atOffset(ZoneOffset.UTC))
                .param(exemption.requestedBy().toString())
                .param(exemption.requestedAt().atOffset(ZoneOffset.UTC))
                .update(key, "number");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    void decide(long number, State state, Actor by, Instant at, String comment) {
        jdbc.sql(
                        "update calendar_exemption set state = ?, decided_by = ?, decided_at = ?, comment = ? where number = ?")
                .params(state.name(), by.toString(), at.atOffset(ZoneOffset.UTC), comment, number)
                .update();
    }

    Optional<Exemption> find(long number) {
        return jdbc.sql("select * from calendar_exemption where number = ?")
                .param(number)
                .query(ExemptionRows::read)
                .optional();
    }

    Optional<Exemption> lock(long number) {
        return jdbc.sql("select * from calendar_exemption where number = ? for update")
                .param(number)
                .query(ExemptionRows::read)
                .optional();
    }

    List<Exemption> granted(ReleaseId release, EnvironmentKey environment) {
        return jdbc.sql(
                        "select * from calendar_exemption where release = ? and environment = ? and state = 'GRANTED' order by number")
                .params(release.value(), environment.value())
                .query(ExemptionRows::read)
                .list();
    }

    /** The newest, those that nobody has decided first. */
    List<Exemption> newest() {
        return jdbc.sql("select * from calendar_exemption order by case when state = 'OPEN' then 0 else 1 end,"
                        + " number desc fetch first " + MOST + " rows only")
                .query(ExemptionRows::read)
                .list();
    }

    private static Exemption read(ResultSet row, int index) throws SQLException {
        var entry = row.getLong("entry");
        var about = row.wasNull() ? null : entry;
        var decidedBy = row.getString("decided_by");
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Exemption(
                row.getLong("number"),
                new ReleaseId(row.getString("release")),
                new EnvironmentKey(row.getString("environment")),
                about,
                row.getString("reason"),
                row.getObject("until_at", OffsetDateTime.class).toInstant(),
                Actor.parse(row.getString("requested_by")),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                decidedBy == null ? null : Actor.parse(decidedBy),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("comment"));
    }
}
