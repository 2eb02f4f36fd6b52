package dev.slipway.context;

import dev.slipway.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Everything that is in any table, as whoever steals the database reads it. */
public final class Dump {

    private Dump() {}

    static String of(Database database) {
        return of(database.dataSource());
    }

    static String of(DataSource source) {
        var text = new StringBuilder();
        each(source, cell -> text.append(cell).append('\n'));
        return text.toString();
    }

    /** Those of the given texts that are anywhere in it. */
    public static Set<String> found(DataSource source, List<String> texts) {
        var found = new TreeSet<String>();
        each(source, cell -> texts.stream().filter(cell::contains).forEach(found::add));
        return found;
    }

    private static void each(DataSource source, Consumer<String> cells) {
        try (var connection = source.getConnection()) {
            for (var table :
                    tables(connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"}))) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            cells.accept(cell(rows, column));
                        }
                    }
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> tables(ResultSet found) throws SQLException {
        var tables = new ArrayList<String>();
        while (found.next()) {
            if (!found.getString("TABLE_SCHEM").equalsIgnoreCase("INFORMATION_SCHEMA")
                    && !found.getString("TABLE_SCHEM").startsWith("pg_")) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    /** Bytes as text and in hexadecimal. */
    private static String cell(ResultSet rows, int column) throws SQLException {
        var value = rows.getObject(column);
        if (value instanceof byte[] || value instanceof Blob) {
            var bytes = rows.getBytes(column);
            return new String(bytes, StandardCharsets.UTF_8) + "\n"
                    + HexFormat.of().formatHex(bytes);
        }
        return String.valueOf(rows.getString(column));
    }
}
