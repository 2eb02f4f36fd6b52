package dev.slipway.journal;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/** All entries of all chains. */
@Repository
class EntryRows {

    private static final String COLUMNS =
            "chain, number, format, at, actor, act, payload, personal, personal_salt, personal_hash, previous, hash";

    private static final String PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String INSERT = "insert into journal_entry (" + COLUMNS + ") values (" + PLACES + ")";

    private static final RowMapper<Line> LINE = (row, index) -> new Line(
            new Entry(
                    row.getString("chain"),
                    row.getLong("number"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    actor(row.getString("actor")),
                    row.getString("act"),
                    row.getString("payload"),
                    row.getString("personal"),
                    row.getString("previous"),
                    row.getString("hash")),
            row.getInt("format"),
            row.getString("personal_salt"),
            row.getString("personal_hash"));

    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final Supplier<String> insert = SingletonSupplier.of(() -> INSERT + ifFree());

    EntryRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Inserts lines that follow on each other, the first of them on the newest entry of its chain. The primary key is what keeps two from following on the same:
     * whoever comes second waits for the first, and then finds the place taken.
     *
     * @return whether the place was free; otherwise nothing was written
     */
    boolean insert(List<Line> lines) {
        var first = lines.get(0);
        if (!insert(first)) {
            return false;
        }
        var inserted = lines.size() == 1 ? 0 : insertAll(lines.subList(1, lines.size()));
        if (inserted != lines.size() - 1) {
            throw new IllegalStateException(
                    "SLIP-JOURNAL-04: The chain " + first.entry().chain()
                            + " holds entries beyond its end: somebody has changed the journal's tables. Verify the chain, and restore it from a backup.");
        }
        return true;
    }

    private boolean insert(Line line) {
        try {
            return template.update(
                            insert.get(), statement -> Parameters.of(statement).add(line))
                    == 1;
        } catch (DuplicateKeyException takenByAnother) {
            return false;
        }
    }

    private int insertAll(List<Line> lines) {
        var counts = template.batchUpdate(
                insert.get(),
                lines,
                lines.size(),
                (statement, line) -> Parameters.of(statement).add(line));
        return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
    }

    /** PostgreSQL gives a whole transaction up when a key is taken, unless it is told beforehand that this may happen. */
    private String ifFree() {
        var product = template.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product) ? " on conflict do nothing" : "";
    }

    /** The newest entry of a chain, as it is in the tables now. */
    Head head(String chain) {
        return heads(List.of(chain)).stream().findFirst().orElse(Head.none(chain));
    }

    /** The newest entries of those of the chains that have any. */
    List<Head> heads(Collection<String> chains) {
        return chains.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select e.chain, e.number, e.hash from journal_entry e join (select chain, max(number) as newest"
                                        + " from journal_entry where chain in (:chains) group by chain) n"
                                        + " on n.chain = e.chain and n.newest = e.number order by e.chain")
                        .param("chains", chains)
                        .query(HeadRows.HEAD)
                        .list();
    }

    boolean contains(Head head) {
        return jdbc.sql("select count(*) from journal_entry where chain = ? and number = ? and hash = ?")
                        .params(head.chain(), head.number(), head.hash())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Line> after(String chain, long number, int limit) {
        return jdbc.sql("select " + COLUMNS + " from journal_entry where chain = ? and number > ? order by number"
                        + " fetch first " + limit + " rows only")
                .params(chain, number)
                .query(LINE)
                .list();
    }

    List<Line> latest(String chain, int limit) {
        return jdbc.sql("select " + COLUMNS + " from journal_entry where chain = ? order by number desc fetch first "
                        + limit + " rows only")
                .param(chain)
                .query(LINE)
                .list();
    }

    /** Returns whether there was something to erase. */
    boolean erasePersonal(String chain, long number) {
        return jdbc.sql("update journal_entry set personal = '', personal_salt = ''"
                                + " where chain = ? and number = ? and personal not in ('', '{}')")
                        .params(chain, number)
                        .update()
                > 0;
    }

    /** What was tampered with is to be found by its hash, not to end the search. */
    private static Actor actor(String text) {
        try {
            return Actor.parse(text);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAnActor) {
            return new Actor(Actor.Kind.SYSTEM, text);
        }
    }
}
