package dev.slipway.flow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.approval.Approval;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows a vote to those who have not voted yet. It changes the summaries of their tasks where the engine keeps them, without the engine: a change through
 * it would collide with whoever votes at the same moment, and one of the two votes would fail.
 */
@Component
class VotesShown {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final Ballot ballot;

    VotesShown(JdbcClient jdbc, Ballot ballot) {
        this.jdbc = jdbc;
        this.ballot = ballot;
    }

    void refresh(Approval approval, String instance, String exceptTask) {
        var votes = JSON.valueToTree(ballot.of(Optional.of(approval)));
        jdbc.sql("select b.ID_, b.BYTES_ from ACT_GE_BYTEARRAY b join ACT_RU_VARIABLE v on v.BYTEARRAY_ID_ = b.ID_"
                        + " where v.PROC_INST_ID_ = :instance and v.NAME_ = :name and v.TASK_ID_ is not null"
                        + " and v.TASK_ID_ <> :task")
                .param("instance", instance)
                .param("name", Summing.SUMMARY)
                .param("task", exceptTask)
                .query((row, number) -> new Stored(row.getString(1), row.getBytes(2)))
                .list()
                .forEach(stored -> write(stored.id, stored.with(votes)));
    }

    private void write(String id, byte[] summary) {
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = :summary where ID_ = :id")
                .param("summary", summary)
                .param("id", id)
                .update();
    }

    private record Stored(String id, byte[] bytes) {

        byte[] with(JsonNode votes) {
            try {
                var summary = (ObjectNode) JSON.readTree(bytes);
                summary.set("votes", votes);
                return JSON.writeValueAsBytes(summary);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
