package dev.slipway.deployment.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.TargetContractTests.Recorder;
import dev.slipway.deployment.spi.Outcome;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeOverTests {

    private static final int TIMES = 12;

    @TempDir
    Path folder;

    @BeforeEach
    void makeArtifact() throws IOException {
        Files.writeString(folder.resolve("artifact"), "good");
    }

    @Test
    void runsTheCommandOnceHoweverItsWatcherIsKilled() throws Exception {
        var random = new Random(7);
        for (var time = 1; time <= TIMES; time++) {
            var visit = "visit-" + time;
            var watcher = startWatcher(visit);
            if (time % 3 == 0) {
                waitForFirst(visit, watcher);
            }
            watcher.waitFor(random.nextInt(time % 3 == 0 ? 400 : 900), TimeUnit.MILLISECONDS);
            watcher.destroyForcibly().waitFor();

            var outcome = Places.target(folder, "here").install(InstallMain.move(folder, visit), new Recorder());

            assertThat(outcome).isEqualTo(new Outcome.Done());
            assertThat(ledger(visit)).as("killed %s", visit).hasSize(2);
        }
    }

    @Test
    void runsTheCommandAgainWhereItWasKilledToo() throws Exception {
        var watcher = startWatcher("visit");
        waitForFirst("visit", watcher);
        var process = RunFolder.of(
                        folder.resolve("runs"),
                        InstallMain.move(folder, "visit").target(),
                        "visit")
                .latest()
                .flatMap(Attempt::process)
                .orElseThrow();
        watcher.destroyForcibly().waitFor();
        new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + process.pid())
                .start()
                .waitFor();

        var target = Places.target(folder, "here");

        assertThat(target.resume(InstallMain.move(folder, "visit").target(), "visit", new Recorder()))
                .isEmpty();
        assertThat(target.install(InstallMain.move(folder, "visit"), new Recorder()))
                .isEqualTo(new Outcome.Done());
        assertThat(ledger("visit")).hasSize(3);
    }

    private Process startWatcher(String visit) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        java,
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classpath,
                        InstallMain.class.getName(),
                        folder.toString(),
                        visit)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private void waitForFirst(String visit, Process watcher) throws InterruptedException, IOException {
        while (ledger(visit).isEmpty() && watcher.isAlive()) {
            Thread.sleep(10);
        }
    }

    private List<String> ledger(String visit) throws IOException {
        var file = folder.resolve("place.ledger");
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.contains(" " + visit + " "))
                        .toList()
                : List.of();
    }
}
