package dev.slipway.context;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secrets as they are kept: every version encrypted, none to be read without a key. */
@Repository
class SecretRows {

    private static final String NEWEST = """
            select * from context_secret s where version =
                (select max(n.version) from context_secret n where n.context = s.context and n.name = s.name)""";

    private final JdbcClient jdbc;

    SecretRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(SecretReference secret, Sealed sealed, Instant at, String by) {
        jdbc.sql("""
                        insert into context_secret (context, name, version, key_id, content, revoked, written_at, written_by)
                        values (?, ?, ?, ?, ?, false, ?, ?)""")
                .params(
                        secret.context(),
                        secret.name(),
                        secret.version(),
                        sealed.key(),
                        sealed.content(),
                        ContextRows.stored(at),
                        by)
                .update();
    }

    /** Empties all versions before the given one; says how many there were. */
    int revokeBefore(SecretReference secret) {
        return jdbc.sql("""
                        update context_secret set revoked = true, key_id = '', content = ?
                        where context = ? and name = ? and version < ? and not revoked""")
                .params(new byte[0], secret.context(), secret.name(), secret.version())
                .update();
    }

    Optional<Row> newest(String context, String name) {
        return jdbc.sql(NEWEST + " and context = ? and name = ?")
                .params(context, name)
                .query(SecretRows::row)
                .optional();
    }

    /** The newest version of each secret of all contexts. */
    List<Row> newest() {
        return jdbc.sql(NEWEST + " order by context, name")
                .query(SecretRows::row)
                .list();
    }

    Optional<Row> find(SecretReference secret) {
        return jdbc.sql("select * from context_secret where context = ? and name = ? and version = ?")
                .params(secret.context(), secret.name(), secret.version())
                .query(SecretRows::row)
                .optional();
    }

    /** How many values there are by the key that they are encrypted with. */
    Map<String, Long> byKey() {
        var counts = new TreeMap<String, Long>();
        jdbc.sql("select key_id, count(*) from context_secret where not revoked group by key_id")
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Some of those that are encrypted with this key. */
    List<Row> of(String key, int most) {
        return jdbc.sql("""
                        select * from context_secret where key_id = ? and not revoked
                        order by context, name, version fetch first ? rows only""").params(key, most).query(SecretRows::row).list();
    }

    /** Puts a value that was encrypted anew in the place of the old one, unless somebody else has changed it. */
    boolean replace(Row old, Sealed sealed) {
        return jdbc.sql("""
                                update context_secret set key_id = ?, content = ?
                                where context = ? and name = ? and version = ? and key_id = ? and not revoked""")
                        .params(
                                sealed.key(),
                                sealed.content(),
                                old.secret().context(),
                                old.secret().name(),
                                old.secret().version(),
                                old.sealed().key())
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new SecretReference(row.getString("context"), row.getString("name"), row.getInt("version")),
                new Sealed(row.getString("key_id"), row.getBytes("content")),
                row.getBoolean("revoked"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("written_by"));
    }

    /** One version as it is kept. */
    record Row(SecretReference secret, Sealed sealed, boolean revoked, Instant at, String by) {}
}
