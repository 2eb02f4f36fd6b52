package dev.slipway.release;

import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.journal.Actor;
import dev.slipway.transaction.ReadOnce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The releases as they stand now, one row each. */
@Repository
class ReleaseRows {

    private final JdbcClient jdbc;
    private final ReadOnce<ReleaseId, Optional<Release>> read = new ReadOnce<>();

    ReleaseRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of the next release with this base of an id, ignoring case; 1 for the first. */
    int nextRun(String base) {
        return jdbc.sql("select coalesce(max(run), 0) + 1 from release_release where base = ?")
                .param(base)
                .query(Integer.class)
                .single();
    }

    void insert(Release release, String base, int run) {
        read.forget(release.id());
        jdbc.sql("""
                        insert into release_release (id, base, run, product, version, flow, state, requester, planned,
                            plan_version, candidate, opened_at, outcome, risk)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        release.id().value(),
                        base,
                        run,
                        release.product().value(),
                        release.version(),
                        release.flow().value(),
                        release.state().name(),
                        release.requester().toString(),
                        release.planned(),
                        release.planVersion(),
                        release.candidate(),
                        release.openedAt().atOffset(ZoneOffset.UTC),
                        release.outcome(),
                        ReleaseFacts.UNKNOWN)
                .update();
    }

    Optional<Release> find(ReleaseId id) {
        return read.get(
                id,
                () -> jdbc.sql("select * from release_release where id = ?")
                        .param(id.value())
                        .query(ReleaseRows::release)
                        .optional());
    }

    List<Release> find(Collection<ReleaseId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from release_release where id in (:ids)")
                .param("ids", ids.stream().map(ReleaseId::value).toList())
                .query(ReleaseRows::release)
                .list();
    }

    /** Keeps the row from changing until the transaction ends. */
    Optional<Release> lock(ReleaseId id) {
        return read.seen(
                id,
                jdbc.sql("select * from release_release where id = ? for update")
                        .param(id.value())
                        .query(ReleaseRows::release)
                        .optional());
    }

    List<Release> pending(ProductKey product) {
        return jdbc.sql("select * from release_release where product = ? and state = 'PENDING' order by id")
                .param(product.value())
                .query(ReleaseRows::release)
                .list();
    }

    void hold(ReleaseId id, String reason) {
        read.forget(id);
        jdbc.sql("update release_release set held_because = ? where id = ?")
                .params(reason, id.value())
                .update();
    }

    void resume(ReleaseId id) {
        read.forget(id);
        jdbc.sql("update release_release set held_because = null where id = ?")
                .param(id.value())
                .update();
    }

    void requestCancel(ReleaseId id, String reason) {
        read.forget(id);
        jdbc.sql("update release_release set cancel_because = ?, held_because = null where id = ?")
                .params(reason, id.value())
                .update();
    }

    void requestRollBack(ReleaseId id, String reason) {
        read.forget(id);
        jdbc.sql("update release_release set roll_back_because = ?, held_because = null where id = ?")
                .params(reason, id.value())
                .update();
    }

    /** Why it is being taken back, if it is. */
    Optional<String> rollBackReason(ReleaseId id) {
        return jdbc.sql("select roll_back_because from release_release where id = ? and roll_back_because is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    /** Why it is being cancelled, if it is. */
    Optional<String> cancelReason(ReleaseId id) {
        return jdbc.sql("select cancel_because from release_release where id = ? and cancel_because is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    void plan(ReleaseId id, int version) {
        read.forget(id);
        jdbc.sql("update release_release set plan_version = ? where id = ?")
                .params(version, id.value())
                .update();
    }

    void candidate(ReleaseId id, int number) {
        read.forget(id);
        jdbc.sql("update release_release set candidate = ? where id = ?")
                .params(number, id.value())
                .update();
    }

    void end(ReleaseId id, State state, Instant at, String outcome) {
        read.forget(id);
        jdbc.sql("update release_release set state = ?, ended_at = ?, outcome = ?, held_because = null where id = ?")
                .params(state.name(), at.atOffset(ZoneOffset.UTC), outcome, id.value())
                .update();
    }

    static Release release(ResultSet row, int index) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Release(
                new ReleaseId(row.getString("id")),
                new ProductKey(row.getString("product")),
                row.getString("version"),
                new FlowKey(row.getString("flow")),
                State.valueOf(row.getString("state")),
                row.getString("held_because"),
                Actor.parse(row.getString("requester")),
                row.getBoolean("planned"),
                row.getInt("plan_version"),
                row.getInt("candidate"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("outcome"));
    }
}
