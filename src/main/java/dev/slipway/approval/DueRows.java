package dev.slipway.approval;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When requests are due, and when their rules alone would have them due. */
@Repository
class DueRows {

    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Instant byRules(ApprovalId id) {
        return jdbc.sql("select coalesce(rules_due, due) from approval_request where id = ?")
                .param(id.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    /** What the rules say is remembered. */
    void move(ApprovalId id, Instant due, Instant escalateAt) {
        jdbc.sql(
                        "update approval_request set rules_due = coalesce(rules_due, due), due = ?, escalate_at = ? where id = ?")
                .params(due.atOffset(ZoneOffset.UTC), escalateAt.atOffset(ZoneOffset.UTC), id.value())
                .update();
    }
}
