package dev.slipway.benchmark;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** The kinds of database that Slipway runs on, as it would find them in production: what is committed is on the disk. */
enum Store {
    POSTGRESQL("PostgreSQL") {
        @Override
        Address fresh(Path folder) {
            var name = "b" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
            return new Address(Server.RUNNING.getJdbcUrl("postgres", name), "postgres");
        }

        @Override
        Duration cpu() {
            return Server.cpu();
        }
    },

    H2("H2") {
        @Override
        Address fresh(Path folder) {
            var file = folder.resolve("h2-" + UUID.randomUUID());
            return new Address("jdbc:h2:file:" + file + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0", "sa");
        }

        @Override
        Duration cpu() {
            return Duration.ZERO;
        }
    };

    private final String words;

    Store(String words) {
        this.words = words;
    }

    /** Makes an empty database. */
    abstract Address fresh(Path folder);

    /** What its own processes have used so far. */
    abstract Duration cpu();

    @Override
    public String toString() {
        return words;
    }

    /** Where a database answers, and to whom. */
    record Address(String url, String user) {}

    private static final class Server {

        private static final Path DATA = data();
        private static final EmbeddedPostgres RUNNING = start();

        private static Path data() {
            try {
                return Files.createTempDirectory("slipway-benchmark");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setDataDirectory(DATA)
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("fsync", "on")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static Duration cpu() {
            try (var lines = Files.lines(DATA.resolve("postmaster.pid"))) {
                var server = ProcessHandle.of(
                        Long.parseLong(lines.findFirst().orElseThrow().strip()));
                return server.stream()
                        .flatMap(ProcessHandle::children)
                        .flatMap(process -> process.info().totalCpuDuration().stream())
                        .reduce(Duration.ZERO, Duration::plus);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
