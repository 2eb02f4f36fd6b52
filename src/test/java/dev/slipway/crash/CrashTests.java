package dev.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the server, an agent or a target's process at a random moment of each release. {@code -Dcrash.strategy} says how users are moved: names with commas
 * between, or {@code every}; one at random where it is left out. {@code -Dcrash.rounds} says how often each on each database, {@code -Dcrash.seed} repeats the
 * same moments.
 */
@EnabledOnOs(OS.LINUX)
class CrashTests {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 1);
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis());
    private static final String STRATEGY = System.getProperty("crash.strategy", "");
    private static final List<String> STRATEGIES = List.of("all-at-once", "rolling", "blue-green", "canary", "flagged");

    /** Whoever takes over waits seconds instead of minutes for what a dead node had locked. */
    private static final List<String> HASTE = List.of(
            "--slipway.catalog.location=catalog.yaml",
            "--slipway.worker.lock=3s",
            "--slipway.worker.renewal=1s",
            "--slipway.worker.poll=200ms",
            "--slipway.worker.back-off=1s,1s,2s,2s,4s",
            "--slipway.probe.pause=400ms",
            "--slipway.agent.lock=3s",
            "--slipway.agent.patience=3s",
            "--slipway.deployment.grace=1s",
            "--slipway.environment.probe-interval=PT0S",
            "--slipway.journal.seal-every=1s",
            "--camunda.bpm.job-execution.lock-time-in-millis=5000");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void endsInATrueStateOnH2WhoeverIsKilled() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("data/slipway") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

        survives(url, "sa", 0, ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void endsInATrueStateOnPostgresWhoeverIsKilled() throws Exception {
        survives(Database.emptyPostgres(), "postgres", 1, "");
    }

    /**
     * @param first which kind of blow comes first, so that both databases together see more of them
     * @param kept what keeps the database open between two questions about what is left in it
     */
    private void survives(String url, String user, int first, String kept) throws Exception {
        var random = new Random(SEED + first);
        var strategies = strategies(random);
        System.out.printf("%d rounds of %s with seed %d%n", ROUNDS, strategies, SEED);
        var database = List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
        var settings = Stream.concat(database.stream(), HASTE.stream()).toList();
        try (var harbour = new Harbour(folder);
                var application = new Application(folder, settings)) {
            application.start();
            application.awaitReady();
            var crew = Crew.hire(application.address(), application.log(), harbour.ferries());
            var rounds = new Rounds(harbour, application, crew, random);
            try (rounds) {
                for (var strategy : strategies) {
                    for (var round = 0; round < ROUNDS; round++) {
                        var kinds = Blow.Kind.values();
                        rounds.sail(
                                strategy,
                                kinds[(new Random(SEED).nextInt(kinds.length) + first + round) % kinds.length]);
                    }
                }
            }
            application.stop();
            harbour.sink();
            check(rounds, harbour.ledger(), new Books(new DriverManagerDataSource(url + kept, user, "")));
        }
    }

    private static List<String> strategies(Random random) {
        return switch (STRATEGY) {
            case "" -> List.of(STRATEGIES.get(random.nextInt(STRATEGIES.size())));
            case "every" -> STRATEGIES;
            default -> List.of(STRATEGY.split(","));
        };
    }

    private void check(Rounds rounds, Ledger ledger, Books books) throws Exception {
        System.out.println(rounds.summary());
        assertThat(rounds.complaints()).isEmpty();
        assertThat(ledger.objections()).isEmpty();
        assertThat(books.done()).containsAll(ledger.visits());
        assertThat(books.broken()).isEmpty();
        assertThat(books.lost(rounds.acknowledged())).isEmpty();
        assertThat(books.leftovers()).isEmpty();
        for (var second = 0; second < 10 && !Processes.knowing(folder).isEmpty(); second++) {
            Thread.sleep(1000);
        }
        assertThat(Processes.knowing(folder)).isEmpty();
    }
}
