package dev.slipway;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A fresh, migrated database for one test, with what a module needs around it; see {@link EveryDatabase}. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 40;

    private final String name;
    private final JdbcConnectionPool dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<Object> published = new CopyOnWriteArrayList<>();

    private Database(String name, JdbcConnectionPool dataSource) {
        this.name = name;
        this.dataSource = dataSource;
        dataSource.setMaxConnections(CONNECTIONS);
        this.jdbc = JdbcClient.create(dataSource);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    static Database h2() {
        var database = new Database("H2", H2.pool());
        database.jdbc.sql("runscript from '" + H2.MIGRATED + "'").update();
        return database;
    }

    static Database postgres() {
        var source = new PGConnectionPoolDataSource();
        source.setUrl(Postgres.SERVER.getJdbcUrl("postgres", Postgres.create("template migrated")));
        return new Database("PostgreSQL", JdbcConnectionPool.create(source));
    }

    /** Makes an empty PostgreSQL database and says where it is, for an application of its own. */
    public static String emptyPostgres() {
        return Postgres.SERVER.getJdbcUrl("postgres", Postgres.create(""));
    }

    private static DataSource migrated(DataSource dataSource) {
        Flyway.configure().dataSource(dataSource).load().migrate();
        return dataSource;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Remembers what is published instead of delivering it. */
    public ApplicationEventPublisher events() {
        return published::add;
    }

    public List<Object> published() {
        return published;
    }

    public <T> List<T> published(Class<T> type) {
        return published.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    /** Nobody needs it after its test, and the end of the JVM would wait for all the files of hundreds of them to be deleted. */
    @Override
    public void close() {
        if (name.equals("H2")) {
            jdbc.sql("shutdown immediately").update();
            dataSource.dispose();
        } else {
            var database =
                    jdbc.sql("select current_database()").query(String.class).single();
            dataSource.dispose();
            Postgres.execute(Postgres.SERVER, "drop database " + database + " with (force)");
        }
    }

    /** New databases repeat what one that is migrated once has written down. */
    private static final class H2 {

        static final String MIGRATED = write();

        static JdbcConnectionPool pool() {
            return JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        }

        private static String write() {
            var file = "memFS:migrated.sql";
            var pool = pool();
            JdbcClient.create(migrated(pool))
                    .sql("script to '" + file + "'")
                    .query(String.class)
                    .list();
            pool.dispose();
            return file;
        }
    }

    /** One server for all tests of this JVM; new databases are copies of one that is migrated once. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder().start();
                create(server, "migrated", "");
                migrated(server.getDatabase("postgres", "migrated"));
                return server;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        static String create(String options) {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            create(SERVER, name, options);
            return name;
        }

        private static synchronized void create(EmbeddedPostgres server, String name, String options) {
            execute(server, "create database " + name + " " + options);
        }

        static void execute(EmbeddedPostgres server, String sql) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
