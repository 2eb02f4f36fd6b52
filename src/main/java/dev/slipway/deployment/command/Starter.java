package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.Progress;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts a command in a session of its own, so that it outlives whoever started it, and lets it begin once that is on record. */
final class Starter {

    private final Duration grace;

    Starter(Duration grace) {
        this.grace = grace;
    }

    /** Leaves an attempt behind that either works or is abandoned, never one that nobody knows about. */
    void start(Attempt attempt, CommandCall call, Duration limit, Progress progress) {
        try {
            var process = prepare(attempt, call, limit).start();
            try (var word = process.getOutputStream()) {
                var identity = ProcessIdentity.of(process.toHandle());
                attempt.noteProcess(identity);
                progress.started(identity.pid(), identity.startedAt());
                word.write("go\n".getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            attempt.abandon();
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            attempt.abandon();
            throw failure;
        }
    }

    private ProcessBuilder prepare(Attempt attempt, CommandCall call, Duration limit) throws IOException {
        var script = attempt.folder().resolve("run.sh");
        try (InputStream text = Starter.class.getResourceAsStream("run.sh")) {
            Files.write(script, text.readAllBytes());
        }
        var session = session();
        var words = new ArrayList<>(session);
        words.addAll(List.of("sh", script.toString(), attempt.folder().toString()));
        words.add(Long.toString(limit.toSeconds()));
        words.add(Long.toString(Math.max(1, grace.toSeconds())));
        words.add(session.isEmpty() ? "" : "session");
        words.addAll(call.words());
        return call.builder(words, attempt.folder())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(attempt.output().toFile()));
    }

    private static List<String> session() {
        return Stream.of(CommandCall.inherited("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "setsid"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .limit(1)
                .toList();
    }
}
