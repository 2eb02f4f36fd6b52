package dev.slipway.journal;

import dev.slipway.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/** A real journal on a test's database, for tests of any module. */
public final class JournalFixture {

    public static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456789Z");

    final EntryRows entries;
    final HeadRows heads;
    final SealRows seals;
    final Recorder recorder;

    private final Database database;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ThreadLocal<Actor> actor = ThreadLocal.withInitial(() -> Actor.person("ada"));

    private JournalFixture(Database database) {
        var template = new JdbcTemplate(database.dataSource());
        this.database = database;
        this.entries = new EntryRows(template);
        this.heads = new HeadRows(template);
        this.seals = new SealRows(template);
        this.recorder = new Recorder(new Ledger(heads, entries), actor::get, clock);
    }

    public static JournalFixture on(Database database) {
        return new JournalFixture(database);
    }

    /** Reads the journal of an application that is not running. */
    public static Journal journal(DataSource source) {
        var template = new JdbcTemplate(source);
        var entries = new EntryRows(template);
        var heads = new HeadRows(template);
        var seals = new SealRows(template);
        return new Journal(entries, new ChainVerifier(entries, heads, seals), new SealVerifier(seals), event -> {});
    }

    public Journal journal() {
        return new Journal(entries, new ChainVerifier(entries, heads, seals), new SealVerifier(seals), events());
    }

    /** Delivers what belongs in the journal, and nothing else. */
    public ApplicationEventPublisher events() {
        return event -> {
            if (event instanceof Journaled journaled) {
                recorder.on(journaled);
            }
        };
    }

    public void actAs(Actor other) {
        actor.set(other);
    }

    Sealer sealer(Path key) {
        return new Sealer(seals, heads, entries, new SealingKeyFile(key), database.transactions(), events(), clock);
    }

    /** Journals one act in a transaction of its own. */
    void did(String chain, String act, Map<String, ?> facts, Map<String, ?> personal) {
        database.transactions()
                .executeWithoutResult(status -> events().publishEvent(new Did(chain, act, facts, personal)));
    }

    void did(String chain, int times) {
        for (var time = 1; time <= times; time++) {
            did(chain, "test.done", Map.of("time", time), Map.of());
        }
    }

    record Did(String chain, String act, Map<String, ?> facts, Map<String, ?> personal) implements Journaled {}
}
