package dev.slipway.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Fills in the parameters of a statement one after the other. */
final class Parameters {

    private final PreparedStatement statement;
    private int last;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    Parameters add(String text) throws SQLException {
        statement.setString(++last, text);
        return this;
    }

    Parameters add(long number) throws SQLException {
        statement.setLong(++last, number);
        return this;
    }

    /** All columns of an entry, in their order. */
    Parameters add(Line line) throws SQLException {
        var entry = line.entry();
        add(entry.chain()).add(entry.number());
        statement.setInt(++last, line.format());
        statement.setObject(++last, entry.at().atOffset(ZoneOffset.UTC));
        return add(entry.actor().toString())
                .add(entry.act())
                .add(entry.payload())
                .add(entry.personal())
                .add(line.salt())
                .add(line.personalHash())
                .add(entry.previous())
                .add(entry.hash());
    }
}
