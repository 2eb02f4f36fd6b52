package dev.slipway.policy;

import dev.slipway.Database;
import dev.slipway.identity.IdentityFixture;
import dev.slipway.policy.spi.DecisionTables.Decision;
import dev.slipway.policy.spi.Table;
import dev.slipway.policy.spi.TableLibrary;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Past decisions and replays of them over a test's database; the table that is tried is a function. */
public final class ReplayFixture {

    private static final Set<String> TABLES = Set.of(
            "assess-risk", "approval-rules", "quality-gate", "choose-strategy", "route-notification", "start-release");

    final IdentityFixture identity;
    final Replays replays;
    final Explanations explanations;
    final Map<String, String> ends = new HashMap<>();
    private final Database database;
    private final EvaluationRows evaluations;
    private final Duration longest;
    private final Library library = new Library();

    private ReplayFixture(Database database, Duration longest) {
        this.database = database;
        this.longest = longest;
        this.identity = IdentityFixture.on(database);
        this.evaluations = new EvaluationRows(database.jdbc());
        this.replays = replays(library);
        this.explanations = new Explanations(library, evaluations);
    }

    static ReplayFixture on(Database database) {
        return on(database, Duration.ofMinutes(5));
    }

    static ReplayFixture on(Database database, Duration longest) {
        return new ReplayFixture(database, longest);
    }

    private Replays replays(TableLibrary tables) {
        var settings = new ReplaySettings(DataSize.ofMegabytes(1), longest);
        var clock = Clock.systemUTC();
        return new Replays(
                tables,
                evaluations,
                releases -> {
                    var known = new TreeMap<>(ends);
                    known.keySet().retainAll(releases);
                    return known;
                },
                new ReplayCrew(
                        evaluations, settings, identity.acting, database.transactions(), database.events(), clock),
                settings,
                identity.people,
                identity.acting,
                identity.rights,
                clock);
    }

    void decided(String table, String release, Map<String, Object> facts, Map<String, Object> output) {
        evaluations.insert(
                new Evaluation(release, table, "1", IdentityFixture.NOW, facts, List.of("rule-1"), List.of(output)));
    }

    Replaying start(String table, byte[] content) {
        return identity.signedIn("root", () -> replays.start(table, table + ".dmn", content));
    }

    /** Replays to the end; null from the table means that no rule matches. */
    Replay replay(String table, Function<Map<String, Object>, @Nullable Map<String, Object>> answer) {
        library.answer = answer;
        var replay = ((Replaying.Started) start(table, new byte[] {1})).replay();
        while (replay.stage() == Replay.Stage.RUNNING) {
            Thread.onSpinWait();
        }
        return replay;
    }

    /** All rows of all of Slipway's tables. */
    Map<String, List<Map<String, Object>>> everything() {
        var rows = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of("policy_evaluation", "journal_entry", "release_release", "release_risk")) {
            rows.put(
                    table, database.jdbc().sql("select * from " + table).query().listOfRows());
        }
        return rows;
    }

    private static final class Library implements TableLibrary {

        private Function<Map<String, Object>, @Nullable Map<String, Object>> answer = facts -> Map.of();

        @Override
        public List<Table> current() {
            return List.of();
        }

        @Override
        public List<String> versions(String key) {
            return TABLES.contains(key) ? List.of("1") : List.of();
        }

        @Override
        public Optional<Table> find(String key, String version) {
            return Optional.empty();
        }

        @Override
        public List<Near> nearly(Table table, Map<String, Object> facts) {
            return List.of();
        }

        @Override
        public Reading read(String key, String file, byte[] content) {
            return new Reading.Sound(new Tried(key, answer));
        }
    }

    private record Tried(String key, Function<Map<String, Object>, @Nullable Map<String, Object>> answer)
            implements TableLibrary.Trial {

        @Override
        public Table table() {
            return new Table(key, key, "", "tried", List.of(), List.of(), List.of());
        }

        @Override
        public Decision decide(Map<String, Object> facts) {
            var row = answer.apply(facts);
            return row == null
                    ? new Decision("tried", List.of(), List.of())
                    : new Decision("tried", List.of("rule"), List.of(row));
        }

        @Override
        public boolean looksAt(String fact) {
            return true;
        }
    }
}
