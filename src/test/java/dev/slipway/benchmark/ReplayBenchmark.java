package dev.slipway.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import dev.slipway.policy.Replay;
import dev.slipway.policy.Replaying;
import dev.slipway.policy.Replays;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How long it takes to hold a changed table against 100,000 past decisions, no two of them on the same facts:
 * {@code mvn test -Dtest=ReplayBenchmark}.
 */
class ReplayBenchmark {

    private static final int DECISIONS = 100_000;
    private static final Path TABLE = Path.of("processes/policies/assess-risk.dmn");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void hundredThousandDecisions(Store store) throws Exception {
        try (var house = House.open(
                new Workshop(Files.createDirectories(folder.resolve(store.name()))),
                store.fresh(folder),
                new Statements(),
                new Ends(),
                "--camunda.bpm.job-execution.enabled=false",
                "--slipway.worker.enabled=false",
                "--slipway.journal.seal-every=PT0S")) {
            seed(house.get(JdbcTemplate.class));
            var replay = replay(house);
            var took = Duration.between(replay.startedAt(), Objects.requireNonNull(replay.endedAt()));
            System.out.printf(
                    Locale.ROOT,
                    "Replay of %,d decisions on %s: %.1f s, table asked %,d times, %s; %d processors%n",
                    replay.done(),
                    store,
                    took.toMillis() / 1e3,
                    replay.distinct(),
                    replay.counts(),
                    Runtime.getRuntime().availableProcessors());
            assertThat(replay.done()).isEqualTo(DECISIONS);
        }
    }

    private static Replay replay(House house) throws IOException, InterruptedException {
        var table = Files.readString(TABLE)
                .replace("[20..100)", "[40..100)")
                .replaceFirst("<text>\"medium\"</text>", "<text>\"high\"</text>");
        var started = house.get(Acting.class)
                .as(
                        Actor.SYSTEM,
                        () -> house.get(Replays.class)
                                .start("assess-risk", "assess-risk.dmn", table.getBytes(StandardCharsets.UTF_8)));
        var replay = ((Replaying.Started) started).replay();
        while (replay.stage() == Replay.Stage.RUNNING) {
            Thread.sleep(20);
        }
        return replay;
    }

    private static void seed(JdbcTemplate jdbc) {
        var numbers = IntStream.range(0, DECISIONS).boxed().toList();
        jdbc.batchUpdate("""
                insert into policy_evaluation (release, decision, version, at, facts, rules, outputs)
                values (?, 'assess-risk', '1.0 (1)', ?, ?, '["Rule_Any"]', '[{"risk":"%s"}]')""".formatted("low"), numbers, 1_000, (row, number) -> {
            row.setString(1, "product-" + number % 500 + "-1." + number);
            row.setObject(
                    2, Instant.now().minusSeconds(60L * (DECISIONS - number)).atOffset(ZoneOffset.UTC));
            row.setString(3, facts(number));
        });
    }

    /** As long as real ones, and each different in what the table looks at. */
    private static String facts(int number) {
        return """
                {"breaking":%b,"branch":"","candidate":1,"commits":%d,"componentFailureRate":%d,"componentsTouched":2,\
                "criticality":"%s","databaseMigration":%b,"dayOfWeek":"monday","daysSinceDrill":-1,"daysSinceLastRelease":%d,\
                "downgrade":false,"evidence":"qa-report,unit-tests","failureRate":%d,"features":3,"filesChanged":%d,"fixes":2,\
                "flow":"devops-release","highestOpenRisk":"none","hour":%d,"kindOfChange":"feature","linesChanged":%d,\
                "openRisks":0,"planned":%b,"product":"product-%d","risk":"unknown","scanFindings":-1,"strangers":%d,\
                "testsBroken":0,"testsFailed":0,"testsRun":%d,"touchedComponents":"api,service"}""".formatted(
                        number % 7 == 0,
                        number,
                        number % 50,
                        number % 3 == 0 ? "high" : "medium",
                        number % 11 == 0,
                        number % 120,
                        number % 40,
                        number % 90,
                        number % 24,
                        number % 4000,
                        number % 5 != 0,
                        number % 500,
                        number % 4,
                        number % 300);
    }
}
