package dev.slipway.context;

import dev.slipway.Database;
import dev.slipway.catalog.ACatalog;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.identity.Acting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The whole module on a database, with a catalogue of one product and three environments, and keys in a file. */
final class Study {

    static final ComponentKey SERVICE = ComponentKey.parse("payments/service");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");

    private static final String LANDSCAPE = """
            apiVersion: slipway/v1
            kind: Environment
            key: staging
            stage: 1
            labels: {region: eu}
            ---
            apiVersion: slipway/v1
            kind: Environment
            key: production
            stage: 2
            production: true
            labels: {region: eu, tier: gold}
            ---
            apiVersion: slipway/v1
            kind: Product
            key: payments
            flow: devops-release
            owner: team
            repository: /tmp/payments
            environments: [staging, production]
            components: [{name: service}, {name: ledger}]
            labels: {stack: java}
            """;

    final Database database;
    final AtomicBoolean permitted = new AtomicBoolean(true);
    final Catalog catalog;
    final Contexts contexts;
    final Secrets secrets;
    final SecretRows rows;
    final Reencryption reencryption;
    private final Path keys;

    Study(Database database, Path folder) {
        this(database, folder, database.events());
    }

    Study(Database database, Path folder, ApplicationEventPublisher events) {
        var transactions = new DataSourceTransactionManager(database.dataSource());
        var clock = Clock.systemUTC();
        var acting = new Acting();
        this.database = database;
        this.keys = folder.resolve("secrets.key");
        var contextRows = new ContextRows(database.jdbc(), transactions);
        this.catalog = ACatalog.with(database, new ContextDocuments(contextRows, acting, events, clock));
        this.rows = new SecretRows(database.jdbc());
        this.contexts = new Contexts(contextRows, rows, catalog, acting, permitted::get, events, clock);
        var vault = new Vault(new Keyring(new SecretsProperties("", keys.toString())));
        this.secrets =
                new Secrets(contextRows, rows, vault, acting, permitted::get, events, database.transactions(), clock);
        this.reencryption = new Reencryption(rows, vault, acting, events, database.transactions());
    }

    static String key(String id) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) id.hashCode());
        return id + ":" + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    /** These keys are there, the first one first. */
    void keys(String... ids) {
        try {
            Files.deleteIfExists(keys);
            Files.createFile(keys, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    keys, String.join("", List.of(ids).stream().map(Study::key).toList()));
            Files.setLastModifiedTime(keys, FileTime.fromMillis(System.nanoTime() / 1000 % 1_000_000_000));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void landscape() {
        apply(LANDSCAPE);
    }

    List<String> apply(String... yaml) {
        return ((Applying.Applied) answer(yaml)).changes();
    }

    List<String> refusals(String... yaml) {
        return ((Applying.Refused) answer(yaml))
                .problems().stream()
                        .map(problem -> problem.line() + " " + problem.reason())
                        .toList();
    }

    private Applying answer(String... yaml) {
        var documents = List.of(yaml).stream()
                .map(text -> new SourceDocument("contexts.yaml", text))
                .toList();
        return Objects.requireNonNull(database.transactions().execute(status -> catalog.apply(documents)));
    }

    static String context(String key, String attach, String more) {
        return """
                apiVersion: slipway/v1
                kind: Context
                key: %s
                attach: [%s]
                %s
                """.formatted(key, attach, more);
    }

    Resolution resolved() {
        return contexts.resolve(SERVICE, PRODUCTION);
    }
}
