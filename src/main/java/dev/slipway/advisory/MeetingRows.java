package dev.slipway.advisory;

import dev.slipway.identity.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MeetingRows {

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Meeting meeting) {
        jdbc.sql("""
                        insert into advisory_meeting (id, board_key, starts_local, zone, starts_at, place, state, minutes)
                        values (?, ?, ?, ?, ?, ?, ?, '')""")
                .params(
                        meeting.id(),
                        meeting.board(),
                        meeting.start().toString(),
                        meeting.zone().getId(),
                        meeting.startsAt().atOffset(ZoneOffset.UTC),
                        meeting.place(),
                        meeting.state().name())
                .update();
    }

    void move(Meeting meeting) {
        jdbc.sql("update advisory_meeting set starts_local = ?, zone = ?, starts_at = ?, place = ? where id = ?")
                .params(
                        meeting.start().toString(),
                        meeting.zone().getId(),
                        meeting.startsAt().atOffset(ZoneOffset.UTC),
                        meeting.place(),
                        meeting.id())
                .update();
    }

    void close(String id, Meeting.State state, String minutes, @Nullable String digest, PersonId by, Instant at) {
        jdbc.sql("""
                        update advisory_meeting set state = ?, minutes = ?, minutes_digest = ?, closed_by = ?, closed_at = ?
                        where id = ?""")
                .param(1, state.name())
                .param(2, minutes)
                .param(3, digest)
                .param(4, by.value())
                .param(5, at.atOffset(ZoneOffset.UTC))
                .param(6, id)
                .update();
    }

    void attend(String id, Set<PersonId> people) {
        jdbc.sql("delete from advisory_attendance where meeting = ?").param(id).update();
        people.forEach(person -> jdbc.sql("insert into advisory_attendance (meeting, person) values (?, ?)")
                .params(id, person.value())
                .update());
    }

    /** Keeps the meeting from changing until the transaction ends. */
    Optional<Meeting> lock(String id) {
        var locked = jdbc.sql("select id from advisory_meeting where id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        return locked.flatMap(this::find);
    }

    Optional<Meeting> find(String id) {
        return jdbc.sql("select * from advisory_meeting where id = ?")
                .param(id)
                .query(this::meeting)
                .optional();
    }

    /** Those planned for the board that have not begun yet, the next first. */
    List<Meeting> next(String board, Instant now) {
        return jdbc.sql("select * from advisory_meeting where board_key = ? and state = 'PLANNED' and starts_at > ?"
                        + " order by starts_at, ordinal")
                .params(board, now.atOffset(ZoneOffset.UTC))
                .query(this::meeting)
                .list();
    }

    /** All planned ones of the board, the next first; one that has begun has no minutes yet. */
    List<Meeting> planned(String board) {
        return jdbc.sql("select * from advisory_meeting where board_key = ? and state = 'PLANNED'"
                        + " order by starts_at, ordinal")
                .param(board)
                .query(this::meeting)
                .list();
    }

    /** The board's meetings, the one that was planned last first, before the given one. */
    List<Meeting> page(String board, @Nullable String before, int limit) {
        return jdbc.sql("select * from advisory_meeting where board_key = ?"
                        + (before == null
                                ? ""
                                : " and ordinal < (select known.ordinal from advisory_meeting known where known.id = ?)")
                        + " order by ordinal desc fetch first " + limit + " rows only")
                .params(before == null ? List.of(board) : List.of(board, before))
                .query(this::meeting)
                .list();
    }

    private Meeting meeting(ResultSet row, int index) throws SQLException {
        var closedBy = row.getString("closed_by");
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        var id = row.getString("id");
        return new Meeting(
                id,
                row.getString("board_key"),
                LocalDateTime.parse(row.getString("starts_local")),
                ZoneId.of(row.getString("zone")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getString("place"),
                Meeting.State.valueOf(row.getString("state")),
                attendance(id),
                row.getString("minutes"),
                row.getString("minutes_digest"),
                closedBy == null ? null : new PersonId(closedBy),
                closedAt == null ? null : closedAt.toInstant());
    }

    private Set<PersonId> attendance(String id) {
        return new HashSet<>(jdbc.sql("select person from advisory_attendance where meeting = ?")
                .param(id)
                .query((row, index) -> new PersonId(row.getString(1)))
                .list());
    }
}
