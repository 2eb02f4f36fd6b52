package dev.slipway.environment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.environment.Observation.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each target is asked next, who asks it now, and what was found. */
@Repository
class ProbeRows {

    private final JdbcClient jdbc;

    ProbeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Spot> spots() {
        return jdbc.sql("select environment, component from environment_probe")
                .query((row, number) -> spot(row))
                .list();
    }

    void enrol(Spot spot, Instant at) {
        jdbc.sql("""
                        insert into environment_probe (environment, component, next_at, finding, versions, share, planned, reason, calm)
                        values (?, ?, ?, 'NEVER', '', 0, '', '', 0)""")
                .params(spot.environment().value(), spot.component().toString(), stored(at))
                .update();
    }

    void forget(Spot spot) {
        jdbc.sql("delete from environment_probe where environment = ? and component = ?")
                .params(spot.environment().value(), spot.component().toString())
                .update();
    }

    /** Some that are due and that nobody asks now, those that wait longest first. */
    List<Spot> due(Instant now) {
        return jdbc.sql("""
                        select environment, component from environment_probe
                        where next_at <= :now and (asker is null or asker_until <= :now)
                        order by next_at fetch first 10 rows only""")
                .param("now", stored(now))
                .query((row, number) -> spot(row))
                .list();
    }

    /** Takes the spot for an asker, unless somebody else has it. Whoever cannot wait takes it before it is due. */
    boolean take(Spot spot, String asker, Instant now, Instant until, boolean due) {
        return jdbc.sql("""
                                update environment_probe set asker = :asker, asker_until = :until
                                where environment = :environment and component = :component
                                    and (asker is null or asker_until <= :now)""" + (due ? " and next_at <= :now" : ""))
                        .param("asker", asker)
                        .param("until", stored(until))
                        .param("environment", spot.environment().value())
                        .param("component", spot.component().toString())
                        .param("now", stored(now))
                        .update()
                == 1;
    }

    /** Gives the spot back without a finding; false if somebody else has it. */
    boolean postpone(Spot spot, String asker, Instant next) {
        return jdbc.sql("""
                                update environment_probe set asker = null, asker_until = null, next_at = ?
                                where environment = ? and component = ? and asker = ?""")
                        .params(
                                stored(next),
                                spot.environment().value(),
                                spot.component().toString(),
                                asker)
                        .update()
                == 1;
    }

    /** Writes what was found and gives the spot back; false if somebody else has it. */
    boolean record(Found found, String asker, Instant next) {
        var seen = found.observation();
        return jdbc.sql("""
                                update environment_probe set asker = null, asker_until = null, next_at = ?, probed_at = ?, finding = ?,
                                    since = ?, versions = ?, share = ?, configuration = ?, planned = ?, reason = ?, calm = ?
                                where environment = ? and component = ? and asker = ?""")
                        .params(Stream.of(
                                        stored(next),
                                        storedOrNull(seen.probedAt()),
                                        seen.finding().name(),
                                        storedOrNull(seen.since()),
                                        String.join("\n", seen.versions()),
                                        seen.share(),
                                        seen.configuration(),
                                        seen.planned(),
                                        seen.reason(),
                                        found.calm(),
                                        seen.environment().value(),
                                        seen.component().toString(),
                                        asker)
                                .toArray())
                        .update()
                == 1;
    }

    Optional<Found> find(Spot spot) {
        return jdbc.sql("select * from environment_probe where environment = ? and component = ?")
                .params(spot.environment().value(), spot.component().toString())
                .query(ProbeRows::found)
                .optional();
    }

    List<Found> all() {
        return jdbc.sql("select * from environment_probe")
                .query(ProbeRows::found)
                .list();
    }

    private static Spot spot(ResultSet row) throws SQLException {
        return new Spot(
                new EnvironmentKey(row.getString("environment")), ComponentKey.parse(row.getString("component")));
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var spot = spot(row);
        return new Found(
                new Observation(
                        spot.environment(),
                        spot.component(),
                        Finding.valueOf(row.getString("finding")),
                        instant(row, "since"),
                        row.getString("versions").lines().toList(),
                        row.getInt("share"),
                        row.getString("configuration"),
                        row.getString("planned"),
                        row.getString("reason"),
                        instant(row, "probed_at")),
                row.getInt("calm"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime storedOrNull(@Nullable Instant at) {
        return at == null ? null : stored(at);
    }

    /** @param calm how many probes in a row have found what is planned */
    record Found(Observation observation, int calm) {}
}
