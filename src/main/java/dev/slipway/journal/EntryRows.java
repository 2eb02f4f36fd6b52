package dev.slipway.journal;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All entries of all chains. */
@Repository
class EntryRows {

    private static final String COLUMNS =
            "chain, number, format, at, actor, act, payload, personal, personal_salt, personal_hash, previous, hash";

    private static final String PLACES = "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?";

    private static final String MOVE_ON = "update journal_chain set number = ?, hash = ?, changed = true"
            + " where chain = ? and number = ? and hash = ?";

    private static final String INSERT_AFTER = "insert into journal_entry (" + COLUMNS + ") select " + PLACES
            + " from journal_chain where chain = ? and hash = ?";

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

    EntryRows(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void insert(List<Line> lines) {
        template.batchUpdate(
                "insert into journal_entry (" + COLUMNS + ") values (" + PLACES + ")",
                lines,
                lines.size(),
                (statement, line) -> Parameters.of(statement).add(line));
    }

    /**
     * Moves a head on, if it is still where it is thought to be, and then inserts the lines that follow on it: all in one message to the database.
     *
     * @return whether that was so; otherwise nothing was written
     */
    boolean insertAfter(Head from, Head to, List<Line> lines) {
        var statements = MOVE_ON + ("; " + INSERT_AFTER).repeat(lines.size());
        var moved = template.update(statements, statement -> {
            var parameters = Parameters.of(statement)
                    .add(to.number())
                    .add(to.hash())
                    .add(from.chain())
                    .add(from.number())
                    .add(from.hash());
            for (var line : lines) {
                parameters.add(line).add(to.chain()).add(to.hash());
            }
        });
        return moved == 1;
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
