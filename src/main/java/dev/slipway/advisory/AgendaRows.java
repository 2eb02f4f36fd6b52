package dev.slipway.advisory;

import dev.slipway.approval.ApprovalId;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AgendaRows {

    private final JdbcClient jdbc;

    AgendaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(String meeting, ApprovalId approval, ReleaseId release, String addedBy) {
        jdbc.sql("insert into advisory_item (meeting, approval, release, added_by) values (?, ?, ?, ?)")
                .params(meeting, approval.value(), release.value(), addedBy)
                .update();
    }

    void defer(String meeting, ApprovalId approval, String reason) {
        jdbc.sql("update advisory_item set deferred_because = ? where meeting = ? and approval = ?")
                .params(reason, meeting, approval.value())
                .update();
    }

    /** Whether a planned meeting of the board is to talk about it, and has not put it off. */
    boolean isPlanned(String board, ApprovalId approval) {
        return jdbc.sql("select count(*) from advisory_item item join advisory_meeting meeting"
                                + " on meeting.id = item.meeting where item.approval = ? and item.deferred_because is null"
                                + " and meeting.board_key = ? and meeting.state = 'PLANNED'")
                        .params(approval.value(), board)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** When the last of the planned meetings begins that are to talk about it, and have not put it off. */
    Optional<Instant> lastMeeting(ApprovalId approval) {
        return jdbc.sql("select meeting.starts_at from advisory_item item join advisory_meeting meeting"
                        + " on meeting.id = item.meeting where item.approval = ? and item.deferred_because is null"
                        + " and meeting.state = 'PLANNED' order by meeting.starts_at desc fetch first 1 rows only")
                .param(approval.value())
                .query((row, index) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    boolean holds(String meeting, ApprovalId approval) {
        return jdbc.sql("select count(*) from advisory_item where meeting = ? and approval = ?")
                        .params(meeting, approval.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Row> of(String meeting) {
        return jdbc.sql("select * from advisory_item where meeting = ? order by ordinal")
                .param(meeting)
                .query((row, index) -> new Row(
                        meeting,
                        new ApprovalId(row.getString("approval")),
                        new ReleaseId(row.getString("release")),
                        row.getString("added_by"),
                        row.getString("deferred_because")))
                .list();
    }

    /** An item as it is kept. */
    record Row(
            String meeting,
            ApprovalId approval,
            ReleaseId release,
            String addedBy,
            @Nullable String deferredBecause) {}
}
