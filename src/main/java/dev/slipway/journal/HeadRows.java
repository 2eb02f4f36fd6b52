package dev.slipway.journal;

import dev.slipway.transaction.PerTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The chains, and which of them the sealer has to look at. A chain is marked with its head of that moment before it moves on, and stays marked for long after
 * that; so not every append has to mark it again. Rows are changed in the order of their chains, so that nobody waits in a circle.
 */
@Repository
class HeadRows {

    static final RowMapper<Head> HEAD =
            (row, number) -> new Head(row.getString("chain"), row.getLong("number"), row.getString("hash"));

    /** How long a node relies on a mark that it has made. */
    static final Duration RELIED_ON = Duration.ofSeconds(10);

    /** How long a mark stays at least: far longer than a transaction that relies on it can take, whatever the clocks of nodes say. */
    static final Duration STAYS = Duration.ofMinutes(10);

    private static final int REMEMBERED = 1_000;

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    /** Where this node has left the chains that it wrote to last, in transactions that were committed; others may have moved them since. */
    private final Map<String, Head> left = bounded();

    private final PerTransaction<Moves> moves = new PerTransaction<>(this::moves);

    /** When this node has marked chains, by its own steady clock. */
    private final Map<String, Long> marked = bounded();

    HeadRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    private static <T> Map<String, T> bounded() {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > REMEMBERED;
            }
        });
    }

    /** The chain's head when it was marked last; it may have moved on since. */
    Optional<Head> find(String chain) {
        return jdbc.sql("select chain, number, hash from journal_chain where chain = ?")
                .param(chain)
                .query(HEAD)
                .optional();
    }

    /** Where the present transaction has brought the chain, or this node has left it. */
    Optional<Head> left(String chain) {
        return moves.value().map(own -> own.heads.get(chain)).or(() -> Optional.ofNullable(left.get(chain)));
    }

    /** The present transaction has brought a chain this far; the sealer will look at it. */
    void leave(Head head, Instant at) {
        var own = moves.value().orElseThrow();
        own.heads.put(head.chain(), head);
        var before = marked.get(head.chain());
        var now = System.nanoTime();
        if (before == null || now - before > RELIED_ON.toNanos()) {
            mark(head, at);
            own.marks.put(head.chain(), now);
        }
    }

    private Moves moves() {
        var moves = new Moves();
        TransactionSynchronizationManager.registerSynchronization(moves);
        return moves;
    }

    /** Nobody else can be making the same row: whoever appends first keeps the others waiting. */
    private void mark(Head head, Instant at) {
        var values = List.of(head.number(), head.hash(), Hash.micros(at).atOffset(ZoneOffset.UTC), head.chain());
        var known = jdbc.sql(
                        "update journal_chain set number = ?, hash = ?, changed = true, changed_at = ? where chain = ?")
                .params(values)
                .update();
        if (known == 0) {
            jdbc.sql("insert into journal_chain (number, hash, changed, changed_at, chain) values (?, ?, true, ?, ?)")
                    .params(values)
                    .update();
        }
    }

    /** Chains that are marked, in order, those after the given one. */
    List<String> marked(String after, int limit) {
        return jdbc.sql("select chain from journal_chain where changed = true and chain > ? order by chain fetch first "
                        + limit + " rows only")
                .param(after)
                .query(String.class)
                .list();
    }

    /** Takes marks away that nobody relies on any more. */
    void settle(Collection<String> chains, Instant now) {
        var before = Hash.micros(now.minus(STAYS)).atOffset(ZoneOffset.UTC);
        template.batchUpdate(
                "update journal_chain set changed = false where chain = ? and changed_at < ?",
                chains.stream().sorted().toList(),
                Math.max(1, chains.size()),
                (statement, chain) -> {
                    statement.setString(1, chain);
                    statement.setObject(2, before);
                });
    }

    /** Where the present transaction has brought chains, and which of them it has marked. */
    private final class Moves implements TransactionSynchronization {

        private final Map<String, Head> heads = new HashMap<>();
        private final Map<String, Long> marks = new HashMap<>();

        @Override
        public void afterCommit() {
            left.putAll(heads);
            marked.putAll(marks);
        }
    }
}
