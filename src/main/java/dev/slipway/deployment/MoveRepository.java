package dev.slipway.deployment;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Commit;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of moves. */
@Repository
class MoveRepository {

    private static final String RECOVER = """
            update deployment_move set recovered_at = :at
            where environment = :environment and component = :component and id < :before
                and direction = 'FORWARD' and status <> 'INTENDED' and recovered_at is null""";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    MoveRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Intent intent, Instant at) {
        jdbc.sql("""
                        insert into deployment_move (visit, release_id, environment, component, direction, kind, version, artifact,
                            location, previous, previous_artifact, previous_location, previous_release, configuration, context,
                            previous_context, settings, previous_settings, share, unavailable, planned, intended_at, status, reason)
                        values (:visit, :release, :environment, :component, :direction, :kind, :version, :artifact,
                            :location, :previous, :previousArtifact, :previousLocation, :previousRelease, :configuration, :context,
                            :previousContext, :settings, :previousSettings, :share, :unavailable, :planned, :at, 'INTENDED', '')
                        """)
                .param("visit", intent.visit())
                .param("release", intent.release().value())
                .param("environment", intent.spot().environment().value())
                .param("component", intent.spot().component().toString())
                .param("direction", intent.direction().name())
                .param("kind", intent.kind().name())
                .param("version", intent.wanted().version())
                .param("artifact", intent.wanted().artifact().hex())
                .param("location", intent.wanted().location())
                .param("previous", intent.previous().version())
                .param("previousArtifact", intent.previous().artifact().hex())
                .param("previousLocation", intent.previous().location())
                .param("previousRelease", intent.previous().release().value())
                .param("configuration", intent.configuration().hex())
                .param("context", intent.wanted().context())
                .param("previousContext", intent.previous().context())
                .param("settings", intent.wanted().given().written())
                .param("previousSettings", intent.previous().given().written())
                .param("share", intent.share())
                .param("unavailable", intent.unavailable())
                .param("planned", intent.planned())
                .param("at", stored(at))
                .update();
    }

    void insertCommits(long move, List<Commit> commits) {
        batches.batchUpdate(
                "insert into deployment_commit (move, sha, committed_at) values (?, ?, ?)",
                commits,
                500,
                (statement, commit) -> {
                    statement.setLong(1, move);
                    statement.setString(2, commit.sha());
                    statement.setObject(3, stored(commit.at()));
                });
    }

    Optional<KeptMove> find(String visit, Spot spot) {
        return select("where visit = :visit and environment = :environment and component = :component", spot)
                .param("visit", visit)
                .query(MoveRepository::read)
                .optional();
    }

    List<KeptMove> of(ReleaseId release) {
        return jdbc.sql("select * from deployment_move where release_id = :release order by id")
                .param("release", release.value())
                .query(MoveRepository::read)
                .list();
    }

    /** Moves of the spot in order, those after the given one. */
    List<KeptMove> after(long id, Spot spot) {
        return select("where environment = :environment and component = :component and id > :id order by id", spot)
                .param("id", id)
                .query(MoveRepository::read)
                .list();
    }

    List<KeptMove> open(Spot spot) {
        return select(
                        "where environment = :environment and component = :component and status = 'INTENDED' order by id",
                        spot)
                .query(MoveRepository::read)
                .list();
    }

    /** Where the newest move that put this artifact on the spot had it from, and what it was given. */
    Optional<Origin> origin(Spot spot, Digest artifact) {
        return jdbc.sql("""
                        select location, context, settings, configuration from deployment_move
                        where environment = :environment and component = :component and artifact = :artifact
                            and location <> '' and status = 'DONE' and kind <> 'RETIRE'
                        order by id desc fetch first 1 rows only
                        """)
                .param("environment", spot.environment().value())
                .param("component", spot.component().toString())
                .param("artifact", artifact.hex())
                .query((row, number) -> new Origin(
                        row.getString("location"),
                        row.getString("context"),
                        new Given(row.getString("settings")),
                        row.getString("configuration")))
                .optional();
    }

    void noteProcess(long id, @Nullable String host, @Nullable Long pid, @Nullable Instant startedAt) {
        jdbc.sql("""
                        update deployment_move set host = :host, process = :pid, process_started_at = :startedAt
                        where id = :id and status = 'INTENDED'
                        """)
                .param("host", host)
                .param("pid", pid)
                .param("startedAt", startedAt == null ? null : stored(startedAt))
                .param("id", id)
                .update();
    }

    /** Ends an open move; false if somebody else did so first. */
    boolean end(long id, Move.Status status, String reason, Instant at) {
        return jdbc.sql("""
                                update deployment_move set status = :status, reason = :reason, ended_at = :at,
                                    host = null, process = null, process_started_at = null
                                where id = :id and status = 'INTENDED'
                                """)
                        .param("status", status.name())
                        .param("reason", reason)
                        .param("at", stored(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The release's moves to this spot that are ended were mended at the given time. */
    void recover(Spot spot, ReleaseId release, long before, Instant at) {
        jdbc.sql(RECOVER + " and release_id = :release")
                .param("environment", spot.environment().value())
                .param("component", spot.component().toString())
                .param("release", release.value())
                .param("before", before)
                .param("at", stored(at))
                .update();
    }

    /** Everybody's failed moves to this spot were mended at the given time. */
    void recoverFailed(Spot spot, long before, Instant at) {
        jdbc.sql(RECOVER + " and status = 'FAILED'")
                .param("environment", spot.environment().value())
                .param("component", spot.component().toString())
                .param("before", before)
                .param("at", stored(at))
                .update();
    }

    private JdbcClient.StatementSpec select(String where, Spot spot) {
        return jdbc.sql("select * from deployment_move " + where)
                .param("environment", spot.environment().value())
                .param("component", spot.component().toString());
    }

    private static KeptMove read(ResultSet row, int number) throws SQLException {
        return new KeptMove(
                row.getLong("id"),
                readMove(row),
                row.getString("location"),
                row.getString("context"),
                new Given(row.getString("settings")),
                row.getString("configuration"),
                row.getInt("unavailable"),
                new Placed(
                        row.getString("previous"),
                        new Digest(row.getString("previous_artifact")),
                        row.getString("previous_location"),
                        new ReleaseId(row.getString("previous_release")),
                        row.getString("previous_context"),
                        new Given(row.getString("previous_settings"))),
                instant(row, "recovered_at"),
                row.getString("host"),
                row.getObject("process", Long.class),
                instant(row, "process_started_at"));
    }

    private static Move readMove(ResultSet row) throws SQLException {
        return new Move(
                row.getString("visit"),
                new ReleaseId(row.getString("release_id")),
                new EnvironmentKey(row.getString("environment")),
                ComponentKey.parse(row.getString("component")),
                Move.Direction.valueOf(row.getString("direction")),
                Move.Kind.valueOf(row.getString("kind")),
                row.getString("version"),
                new Digest(row.getString("artifact")),
                row.getString("previous"),
                row.getInt("share"),
                row.getBoolean("planned"),
                row.getObject("intended_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"),
                Move.Status.valueOf(row.getString("status")),
                row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /**
     * @param context the digest of what contexts gave
     * @param given what the target's description gave
     * @param configuration the digest of all that it was put there with; of nothing where it was there before Slipway
     */
    record Origin(String location, String context, Given given, String configuration) {

        static final Origin UNKNOWN = new Origin("", "", Given.UNKNOWN, Placed.NO_ARTIFACT.hex());
    }
}
