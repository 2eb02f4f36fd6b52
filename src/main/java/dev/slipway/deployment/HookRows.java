package dev.slipway.deployment;

import dev.slipway.context.Snapshot.SnapshotHook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of hooks that were begun. */
@Repository
class HookRows {

    private final JdbcClient jdbc;

    HookRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(KeptMove move, SnapshotHook hook, String host, Instant at) {
        jdbc.sql("insert into deployment_hook (visit, environment, component, phase, context, hook, release_id, host,"
                        + " begun_at, failure) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '')")
                .params(
                        move.move().visit(),
                        move.move().environment().value(),
                        move.move().component().toString(),
                        hook.when().name(),
                        hook.context(),
                        hook.name(),
                        move.move().release().value(),
                        host,
                        stored(at))
                .update();
    }

    Optional<Begun> find(KeptMove move, SnapshotHook hook) {
        return jdbc.sql("select * from deployment_hook where visit = ? and environment = ? and component = ?"
                        + " and phase = ? and context = ? and hook = ?")
                .params(
                        move.move().visit(),
                        move.move().environment().value(),
                        move.move().component().toString(),
                        hook.when().name(),
                        hook.context(),
                        hook.name())
                .query(HookRows::begun)
                .optional();
    }

    /** Begins one anew whose earlier attempt has certainly ended without a result; false if somebody else did so first. */
    boolean again(Begun before, String host, Instant at) {
        return jdbc.sql("update deployment_hook set host = ?, begun_at = ? where id = ? and begun_at = ?"
                                + " and ended_at is null")
                        .params(host, stored(at), before.id(), stored(before.at()))
                        .update()
                == 1;
    }

    /** Writes how it ended; false if somebody else did so first. */
    boolean end(Begun begun, String failure, Instant at) {
        return jdbc.sql("update deployment_hook set ended_at = ?, failure = ? where id = ? and ended_at is null")
                        .params(stored(at), failure, begun.id())
                        .update()
                == 1;
    }

    private static Begun begun(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Begun(
                row.getLong("id"),
                row.getString("host"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("failure"));
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /**
     * A hook that was begun for a move.
     *
     * @param host the machine on which it was begun last
     * @param endedAt null while nobody has said how it ended
     * @param failure why it failed; empty where it has not
     */
    record Begun(long id, String host, Instant at, @Nullable Instant endedAt, String failure) {}
}
