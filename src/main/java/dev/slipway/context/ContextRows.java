package dev.slipway.context;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Contexts with all that they have ever said, and the snapshots that deployments were made with. */
@Repository
class ContextRows {

    private static final String NEWEST = """
            select * from context_revision r where revision =
                (select max(n.revision) from context_revision n where n.context = r.context)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    ContextRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Those that hold now, by key. */
    List<Context> all() {
        return jdbc.sql(NEWEST + " and content <> '' order by context")
                .query((row, number) -> ContextText.read(row.getString("content")))
                .list();
    }

    Optional<Context> find(String key) {
        return newest(key)
                .map(Revision::content)
                .filter(content -> !content.isEmpty())
                .map(ContextText::read);
    }

    /** Keeps everybody else from changing the context or its secrets until the end of the transaction. */
    Optional<Context> lock(String key) {
        var locked = jdbc.sql("select revision from context_revision where context = ? and revision = 1 for update")
                .param(key)
                .query(Integer.class)
                .optional();
        return locked.flatMap(first -> find(key));
    }

    /** Adds what the context says from now on; nothing where it is dropped. */
    int add(String key, String content, Instant at, String by) {
        var revision = newest(key).map(Revision::number).orElse(0) + 1;
        jdbc.sql("insert into context_revision (context, revision, content, changed_at, changed_by)"
                        + " values (?, ?, ?, ?, ?)")
                .params(key, revision, content, stored(at), by)
                .update();
        return revision;
    }

    private Optional<Revision> newest(String key) {
        return jdbc.sql(NEWEST + " and context = ?")
                .param(key)
                .query(ContextRows::revision)
                .optional();
    }

    /** What it has said, newest first. */
    List<Revision> revisions(String key) {
        return jdbc.sql(
                        "select * from context_revision where context = ? order by revision desc fetch first 200 rows only")
                .param(key)
                .query(ContextRows::revision)
                .list();
    }

    void keep(Snapshot snapshot, Instant at) {
        var digest = snapshot.digest();
        if (digest.isEmpty() || isKept(digest)) {
            return;
        }
        try {
            apart.executeWithoutResult(
                    status -> jdbc.sql("insert into context_snapshot (digest, content, first_at) values (?, ?, ?)")
                            .params(digest, snapshot.write(), stored(at))
                            .update());
        } catch (DuplicateKeyException keptMeanwhile) {
            if (!isKept(digest)) {
                throw keptMeanwhile;
            }
        }
    }

    private boolean isKept(String digest) {
        return jdbc.sql("select count(*) from context_snapshot where digest = ?")
                        .param(digest)
                        .query(Long.class)
                        .single()
                > 0;
    }

    Optional<Snapshot> kept(String digest) {
        return jdbc.sql("select content from context_snapshot where digest = ?")
                .param(digest)
                .query(String.class)
                .optional()
                .map(Snapshot::read);
    }

    private static Revision revision(ResultSet row, int number) throws SQLException {
        return new Revision(
                row.getInt("revision"),
                row.getString("content"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"));
    }

    static OffsetDateTime stored(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** What a context said from one moment on; empty where it was dropped. */
    record Revision(int number, String content, Instant at, String by) {}
}
