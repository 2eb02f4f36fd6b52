package dev.slipway.journal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
                "insert into journal_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                lines,
                lines.size(),
                (statement, line) -> {
                    var entry = line.entry();
                    statement.setString(1, entry.chain());
                    statement.setLong(2, entry.number());
                    statement.setInt(3, line.format());
                    statement.setObject(4, entry.at().atOffset(ZoneOffset.UTC));
                    statement.setString(5, entry.actor().toString());
                    statement.setString(6, entry.act());
                    statement.setString(7, entry.payload());
                    statement.setString(8, entry.personal());
                    statement.setString(9, line.salt());
                    statement.setString(10, line.personalHash());
                    statement.setString(11, entry.previous());
                    statement.setString(12, entry.hash());
                });
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
                                + " where chain = ? and number = ? and personal_salt <> ''")
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
