package dev.slipway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Kills the application again and again while it deploys. {@code -Dcrash.rounds} says how often, {@code -Dcrash.strategy} how users are moved in
 * production, {@code -Dcrash.seed} repeats the same moments.
 */
@DisabledOnOs(OS.WINDOWS)
class CrashTests {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis());

    /** Whoever takes over waits seconds instead of minutes for what a dead node had locked. */
    private static final List<String> HASTE = List.of(
            "--slipway.catalog.location=catalog.yaml",
            "--slipway.worker.lock=3s",
            "--slipway.worker.renewal=1s",
            "--slipway.worker.poll=200ms",
            "--slipway.journal.seal-every=1s",
            "--camunda.bpm.job-execution.lock-time-in-millis=5000");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void finishesWhatItHasBegunOnH2HoweverItIsKilled() throws Exception {
        var url = "jdbc:h2:file:" + folder.resolve("data/slipway") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

        survives(url, "sa");
    }

    @Test
    void finishesWhatItHasBegunOnPostgresHoweverItIsKilled() throws Exception {
        survives(Database.emptyPostgres(), "postgres");
    }

    private void survives(String url, String user) throws Exception {
        var database = List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
        var settings = Stream.concat(database.stream(), HASTE.stream()).toList();
        try (var ferry = new Ferry(folder);
                var application = new Application(folder, settings)) {
            application.start();
            application.awaitReady();
            var hand = new Hand(ferry, Crew.hire(application.address(), application.log()));
            hand.begin();
            kill(application, ferry.ledger());
            var finished = hand.finish();
            assertThat(finished)
                    .as(() -> hand.release() + " does not end; see " + folder)
                    .isTrue();
            application.stop();
            check(hand, ferry, new Books(new DriverManagerDataSource(url, user, "")));
        }
    }

    private static void kill(Application application, Ledger ledger) throws Exception {
        var random = new Random(SEED);
        System.out.printf("%d rounds with seed %d%n", ROUNDS, SEED);
        for (var round = 1; round <= ROUNDS; round++) {
            var blow = Blow.random(random);
            System.out.printf("round %d: %s%n", round, blow);
            blow.strike(application, ledger);
            application.start();
        }
        application.awaitReady();
    }

    private void check(Hand hand, Ferry ferry, Books books) throws Exception {
        var ledger = ferry.ledger();
        System.out.printf(
                "%d releases; %d acknowledged acts; %d pieces of work done, %d cut short%n",
                hand.versions(), hand.acknowledged().size(), ledger.done(), ledger.cutShort());
        assertThat(hand.complaints()).isEmpty();
        assertThat(ledger.objections()).isEmpty();
        assertThat(books.broken()).isEmpty();
        assertThat(books.lost(hand.acknowledged())).isEmpty();
        assertThat(books.leftovers()).isEmpty();
        for (var environment : Ferry.ENVIRONMENTS) {
            for (var component : Ferry.COMPONENTS) {
                assertThat(ferry.running(environment, component)).isEqualTo("1.0." + hand.versions());
            }
        }
        for (var second = 0; second < 10 && !Processes.knowing(folder).isEmpty(); second++) {
            Thread.sleep(1000);
        }
        assertThat(Processes.knowing(folder)).isEmpty();
    }
}
