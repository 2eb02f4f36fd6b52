package dev.slipway.deployment;

import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of logs and their chunks. */
@Repository
class WorkLogRepository {

    private final JdbcClient jdbc;

    WorkLogRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the visit's row, so that chunks are numbered one after the other. */
    Optional<Size> lock(String visit) {
        return jdbc.sql("select chunks, bytes from deployment_log where visit = :visit for update")
                .param("visit", visit)
                .query((row, number) -> new Size(row.getInt("chunks"), row.getLong("bytes")))
                .optional();
    }

    void open(ReleaseId release, String visit, String step, Instant at, Size size) {
        jdbc.sql("""
                        insert into deployment_log (visit, release_id, step, started_at, chunks, bytes)
                        values (:visit, :release, :step, :at, :chunks, :bytes)
                        """)
                .param("visit", visit)
                .param("release", release.value())
                .param("step", step)
                .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("chunks", size.chunks())
                .param("bytes", size.bytes())
                .update();
    }

    void append(String visit, int number, String text) {
        jdbc.sql("insert into deployment_log_chunk (visit, number, content) values (:visit, :number, :text)")
                .param("visit", visit)
                .param("number", number)
                .param("text", text)
                .update();
    }

    void resize(String visit, Size size) {
        jdbc.sql("update deployment_log set chunks = :chunks, bytes = :bytes where visit = :visit")
                .param("chunks", size.chunks())
                .param("bytes", size.bytes())
                .param("visit", visit)
                .update();
    }

    List<WorkLog.Chunk> read(String visit, int from) {
        return jdbc.sql("""
                        select number, content from deployment_log_chunk
                        where visit = :visit and number >= :from order by number fetch first 1000 rows only
                        """)
                .param("visit", visit)
                .param("from", from)
                .query((row, number) -> new WorkLog.Chunk(row.getInt("number"), row.getString("content")))
                .list();
    }

    List<WorkLog.Visit> visits(ReleaseId release) {
        return jdbc.sql("""
                        select visit, step, started_at from deployment_log
                        where release_id = :release order by started_at, visit
                        """)
                .param("release", release.value())
                .query((row, number) -> new WorkLog.Visit(
                        row.getString("visit"),
                        row.getString("step"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How much of a log there is. */
    record Size(int chunks, long bytes) {

        static final Size NOTHING = new Size(0, 0);

        /** With one more chunk. */
        Size plus(long more) {
            return new Size(chunks + 1, bytes + more);
        }
    }
}
