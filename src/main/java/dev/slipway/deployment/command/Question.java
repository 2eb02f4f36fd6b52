package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.ProbeAnswer;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Stopped;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Asks a target's {@code probe} command what is true. */
final class Question {

    private final CommandCall call;
    private final Duration limit;

    Question(CommandCall call, Duration limit) {
        this.call = call;
        this.limit = limit;
    }

    Report ask() {
        try {
            var folder = Files.createTempDirectory("slipway-probe");
            try {
                return run(folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            return new Report.Unknown("the probe could not be run: " + failure.getMessage());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private Report run(Path folder) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = call.builder(call.words(), folder)
                .redirectInput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Report.Unknown("the probe took longer than " + limit.toSeconds() + " s");
            }
        } finally {
            if (process.isAlive()) {
                ProcessIdentity.of(process.toHandle()).kill();
            }
        }
        return process.exitValue() == 0
                ? read(Files.readString(output))
                : new Report.Unknown("the probe ended with exit code " + process.exitValue());
    }

    private static Report read(String text) {
        return ProbeAnswer.read(text)
                .orElseGet(() -> new Report.Unknown("the probe printed no JSON like " + ProbeAnswer.EXAMPLE + ": "
                        + text.strip().substring(0, Math.min(200, text.strip().length()))));
    }
}
