package dev.slipway.notification;

import dev.slipway.identity.PersonId;
import dev.slipway.release.ReleaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoticeRows {

    private static final int WIDTH = 500;
    private static final String SELECT = "select * from notification_notice where ";

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            ReleaseId release,
            String event,
            String audience,
            String means,
            @Nullable PersonId person,
            Notice.State state,
            String remark,
            Instant at) {
        jdbc.sql(
                        "insert into notification_notice (release, event, audience, means, person, state, remark, tries, queued_at,"
                                + " next_at, done_at) values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)")
                .params(
                        release.value(),
                        event,
                        audience,
                        means,
                        person == null ? null : person.value(),
                        state.name(),
                        bounded(remark),
                        at(at),
                        at(at),
                        state == Notice.State.QUEUED ? null : at(at))
                .update();
    }

    /** Those that are to be tried by now, the longest waiting first. */
    List<Notice> due(Instant now, int limit) {
        return jdbc.sql(SELECT + "state = 'QUEUED' and next_at <= ? order by next_at, id fetch first ? rows only")
                .params(at(now), limit)
                .query(NoticeRows::read)
                .list();
    }

    /** Whether the caller has it now, and nobody else until that time; whoever dies with it loses it then. */
    boolean claim(Notice notice, Instant until) {
        return jdbc.sql(
                                "update notification_notice set tries = tries + 1, next_at = ? where id = ? and state = 'QUEUED'"
                                        + " and tries = ?")
                        .params(at(until), notice.id(), notice.tries())
                        .update()
                > 0;
    }

    void again(long id, String remark, Instant nextAt) {
        jdbc.sql("update notification_notice set remark = ?, next_at = ? where id = ?")
                .params(bounded(remark), at(nextAt), id)
                .update();
    }

    Notice done(long id, Notice.State state, String remark, Instant at) {
        jdbc.sql("update notification_notice set state = ?, remark = ?, done_at = ? where id = ?")
                .params(state.name(), bounded(remark), at(at), id)
                .update();
        return find(id).orElseThrow();
    }

    /** Nothing waits for a mail server that is not there. */
    int skipQueued(String remark, Instant at) {
        return jdbc.sql(
                        "update notification_notice set state = 'SKIPPED', remark = ?, done_at = ? where state = 'QUEUED'")
                .params(remark, at(at))
                .update();
    }

    Optional<Notice> find(long id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(NoticeRows::read).optional();
    }

    /** Newest first, before the given one; of all releases where none is given. */
    List<Notice> page(@Nullable ReleaseId release, long before, int limit) {
        return jdbc.sql(SELECT + "(cast(:release as varchar) is null or release = :release) and id < :before"
                        + " order by id desc fetch first :limit rows only")
                .param("release", release == null ? null : release.value())
                .param("before", before)
                .param("limit", limit)
                .query(NoticeRows::read)
                .list();
    }

    private static Notice read(ResultSet row, int index) throws SQLException {
        var person = row.getString("person");
        var done = row.getObject("done_at", OffsetDateTime.class);
        return new Notice(
                row.getLong("id"),
                new ReleaseId(row.getString("release")),
                row.getString("event"),
                row.getString("audience"),
                row.getString("means"),
                person == null ? null : new PersonId(person),
                Notice.State.valueOf(row.getString("state")),
                row.getString("remark"),
                row.getInt("tries"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                done == null ? null : done.toInstant());
    }

    private static String bounded(String remark) {
        return remark.length() > WIDTH ? remark.substring(0, WIDTH) : remark;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
