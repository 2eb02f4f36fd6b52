package dev.slipway.deployment.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Digest;
import dev.slipway.crash.Processes;
import dev.slipway.deployment.TargetContractTests;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.TryAgain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTargetTests extends TargetContractTests {

    @TempDir
    Path folder;

    private CommandTarget target;

    @BeforeEach
    void makeTarget() throws IOException {
        target = Places.target(folder, "here");
        Files.writeString(folder.resolve("good"), "good");
        Files.writeString(folder.resolve("bad"), "refused");
    }

    @Override
    protected CommandTarget target() {
        return target;
    }

    @Override
    protected TargetDescription place() {
        return Places.in(folder, Map.of());
    }

    @Override
    protected Path artifact() {
        return folder.resolve("good");
    }

    @Override
    protected Path refusedArtifact() {
        return folder.resolve("bad");
    }

    @Test
    void passesTheOutputOnAndNotesTheProcessFirst() {
        target.install(install("v1", "1.0.0", 100), recorder);

        assertThat(recorder.log()).contains("install 1.0.0 on 100% of payments/service in staging");
        assertThat(recorder.processes()).hasSize(1);
    }

    @Test
    void givesTheLastLinesAsTheReason() {
        var refused = new Install(place(), "v1", "1.0.0", refusedArtifact(), new Digest("a".repeat(64)), 100);

        assertThat(target.install(refused, recorder))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("exit code 3", "this artifact is refused"));
    }

    @Test
    void showsTheCommandNothingElseOfItsEnvironment() {
        run("env", "v1");

        assertThat(recorder.log().lines().map(line -> line.substring(0, line.indexOf('='))))
                .containsExactlyInAnyOrder(
                        "PATH",
                        "HOME",
                        "LANG",
                        "JAVA_HOME",
                        "PLACE",
                        "PWD",
                        "SLIPWAY_ENVIRONMENT",
                        "SLIPWAY_COMPONENT",
                        "SLIPWAY_INSTANCES",
                        "SLIPWAY_VISIT",
                        "SLIPWAY_VERSION",
                        "SLIPWAY_ARTIFACT",
                        "SLIPWAY_CONFIGURATION",
                        "SLIPWAY_DIGEST",
                        "SLIPWAY_SHARE",
                        "SLIPWAY_UNAVAILABLE",
                        "SLIPWAY_BESIDE");
    }

    @Test
    void givesTheCommandWhatContextsGiveAndTakesFilesAwayAfterwards() {
        var equipment = new Equipment(
                Map.of("LEVEL", "debug", "PLACE", "elsewhere"),
                Map.of("TOKEN", "abcdef"),
                List.of(new SuppliedFile("etc/run.sh", "echo from $LEVEL\n", false, true)));
        var command = "sh -c 'echo $SLIPWAY_FILES $TOKEN $PLACE; sh -c $SLIPWAY_FILES/etc/run.sh'";
        var move = new Install(
                Places.in(folder, Map.of("install", command)),
                "v1",
                "1.0.0",
                artifact(),
                new Digest("a".repeat(64)),
                100,
                100,
                false,
                equipment);

        assertThat(target.install(move, recorder)).isEqualTo(new Outcome.Done());

        assertThat(recorder.log()).contains("abcdef " + folder.resolve("place"), "from debug");
        assertThat(Path.of(recorder.log().split(" ")[0])).doesNotExist();
        assertThat(target.probe(
                        Places.in(folder, Map.of("probe", "sh -c 'cat $SLIPWAY_FILES/*'")),
                        new Equipment(
                                Map.of(),
                                Map.of(),
                                List.of(new SuppliedFile("x", "{\"versions\":[\"7\"],\"share\":100}", true, false)))))
                .isEqualTo(new Report.Running(Set.of("7"), 100));
    }

    @Test
    void triesAgainAfterTheTemporaryExitCode() {
        var command = "sh -c 'test -e " + folder + "/seen && exit 0; touch " + folder + "/seen; echo busy; exit 75'";

        assertThatThrownBy(() -> run(command, "v1"))
                .isInstanceOf(TryAgain.class)
                .hasMessageContaining("busy");
        assertThat(run(command, "v1")).isEqualTo(new Outcome.Done());
    }

    @Test
    void treatsACommandThatWasKilledAsNotDone() {
        assertThatThrownBy(() -> run("sh -c 'kill -KILL $$'", "v1")).isInstanceOf(TryAgain.class);

        assertThat(target.resume(place(), "v1", recorder)).isEmpty();
    }

    @Test
    void endsWhatTakesTooLongWithAllItsChildren() throws IOException {
        var command = "sh -c 'trap : TERM; sh -c \"echo \\$\\$ >" + folder
                + "/child; trap : TERM; sleep 60; sleep 60\"; sleep 60'";
        var slow = Places.in(folder, Map.of("install", command, "timeout", "1s"));

        var outcome =
                target.install(new Install(slow, "v1", "1", artifact(), new Digest("a".repeat(64)), 100), recorder);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("took longer than 1 s"));
        var child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        await().until(() -> ProcessHandle.of(child)
                .map(ProcessIdentity::of)
                .filter(ProcessIdentity::lives)
                .isEmpty());
    }

    @Test
    void leavesNobodyToWatchOverWhatHasEnded() throws Exception {
        var quick = Places.in(folder, Map.of("install", "true"));
        for (var visit = 1; visit <= 20; visit++) {
            var move = new Install(quick, "v" + visit, "1.0.0", artifact(), new Digest("a".repeat(64)), 100);
            assertThat(target.install(move, recorder)).isEqualTo(new Outcome.Done());
        }

        for (var second = 0; second < 10 && !Processes.knowing(folder).isEmpty(); second++) {
            Thread.sleep(1000);
        }
        assertThat(Processes.knowing(folder)).isEmpty();
    }

    @Test
    void failsWhereTheProgramOrTheDirectoryIsMissing() {
        assertThat(run("no-such-program", "v1"))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("exit code 127"));
        var nowhere =
                Places.in(folder, Map.of("directory", folder.resolve("nowhere").toString()));
        assertThat(target.install(
                        new Install(nowhere, "v2", "1", artifact(), new Digest("a".repeat(64)), 100), recorder))
                .isInstanceOf(Outcome.Failed.class);
        assertThat(target.probe(nowhere)).isInstanceOf(Report.Unknown.class);
    }

    @Test
    void doesNotKnowWhatIsTrueWhenTheProbeMumbles() {
        assertThat(target.probe(Places.in(folder, Map.of("probe", "echo hello"))))
                .isInstanceOf(Report.Unknown.class);
        assertThat(target.probe(Places.in(folder, Map.of("probe", "false")))).isInstanceOf(Report.Unknown.class);
        assertThat(target.probe(Places.in(folder, Map.of("probe", "sleep 30", "timeout", "1s"))))
                .isInstanceOf(Report.Unknown.class);
    }

    @Test
    void leavesTheCommandAloneWhenItsWatcherIsInterrupted() throws Exception {
        var slow = new Install(
                Places.in(folder, Map.of("variable.DELAY", "1")),
                "v1",
                "1.0.0",
                artifact(),
                new Digest("a".repeat(64)),
                100);
        var failure = new CompletableFuture<Throwable>();
        var watcher = new Thread(() -> {
            try {
                target.install(slow, recorder);
                failure.complete(new AssertionError("was not interrupted"));
            } catch (RuntimeException stopped) {
                failure.complete(stopped);
            }
        });
        watcher.start();
        while (!Files.exists(folder.resolve("place.ledger"))) {
            Thread.sleep(10);
        }
        watcher.interrupt();
        assertThat(failure.get()).isInstanceOf(Stopped.class);

        assertThat(target.install(slow, recorder)).isEqualTo(new Outcome.Done());
        assertThat(Files.readAllLines(folder.resolve("place.ledger"))).hasSize(2);
    }

    @Test
    void startsNoSecondCommandBesideAnother() {
        var slow = new Install(
                Places.in(folder, Map.of("variable.DELAY", "0.5")),
                "v1",
                "1.0.0",
                artifact(),
                new Digest("a".repeat(64)),
                100);

        var first = CompletableFuture.supplyAsync(() -> target.install(slow, recorder));
        var second = CompletableFuture.supplyAsync(
                () -> Places.target(folder, "here").install(slow, new Recorder()));

        assertThat(first.join()).isEqualTo(new Outcome.Done());
        assertThat(second.join()).isEqualTo(new Outcome.Done());
        assertThat(folder.resolve("place.ledger")).content().hasLineCount(2);
    }

    @Test
    void waitsForTheTimeLimitOfACommandOnAnotherHost() throws IOException {
        var runs = RunFolder.of(folder.resolve("runs"), place(), "v1").path().resolve("1");
        Files.createDirectories(runs);
        Files.writeString(runs.resolve("watcher"), "elsewhere\n1 0\n" + System.currentTimeMillis());
        var waiting = CompletableFuture.supplyAsync(() -> target.install(install("v1", "1.0.0", 100), recorder));

        assertThat(folder.resolve("place.ledger")).doesNotExist();
        Files.writeString(runs.resolve("exit"), "0");

        assertThat(waiting.join()).isEqualTo(new Outcome.Done());
        assertThat(folder.resolve("place.ledger")).doesNotExist();
    }

    @Test
    void explainsEverySettingThatIsWrong() {
        var wrong = Places.in(
                folder, Map.of("install", "sh 'x", "timeout", "soon", "instances", "0", "colour", "red", "remove", ""));

        assertThat(target.flaws(wrong)).hasSize(5).anyMatch(flaw -> flaw.contains("'colour' is unknown"));
    }

    private Outcome run(String command, String visit) {
        var place = Places.in(folder, Map.of("install", command));
        return target.install(
                new Install(place, visit, "1.0.0", artifact(), new Digest("a".repeat(64)), 100), recorder);
    }
}
