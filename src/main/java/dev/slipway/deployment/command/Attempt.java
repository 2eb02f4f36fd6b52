package dev.slipway.deployment.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The folder of one run of a command: who watches over it, which process it is, what it said and how it ended. */
record Attempt(Path folder, String host, ProcessIdentity watcher, Instant begunAt) {

    /** Reads an attempt; one that a crash has left half-written is of nobody. */
    static Attempt read(Path folder) {
        try {
            var lines = Files.readAllLines(folder.resolve("watcher"));
            return new Attempt(
                    folder,
                    lines.get(0),
                    ProcessIdentity.read(lines.get(1)),
                    Instant.ofEpochMilli(Long.parseLong(lines.get(2))));
        } catch (IOException | RuntimeException unreadable) {
            return new Attempt(folder, "", new ProcessIdentity(-1, Instant.EPOCH), Instant.EPOCH);
        }
    }

    String describeWatcher() {
        return String.join("\n", host, watcher.write(), Long.toString(begunAt.toEpochMilli()));
    }

    void noteProcess(ProcessIdentity process) {
        write("process", process.write());
    }

    Optional<ProcessIdentity> process() {
        return content("process").map(ProcessIdentity::read);
    }

    Path output() {
        return folder.resolve("output");
    }

    /** How many bytes of the output are in the log already. */
    long logged() {
        return content("logged").map(Long::parseLong).orElse(0L);
    }

    void noteLogged(long bytes) {
        write("logged", Long.toString(bytes));
    }

    void abandon() {
        write("exit", "abandoned");
    }

    boolean timedOut() {
        return Files.exists(folder.resolve("timed-out"));
    }

    void noteTimedOut() {
        write("timed-out", "");
    }

    /** The exit code, or why there is none; empty while that is open. */
    Optional<String> exit() {
        return content("exit");
    }

    boolean isOver(Instant now, Duration patience) {
        return now.isAfter(begunAt.plus(patience));
    }

    private Optional<String> content(String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)).strip()).filter(text -> !text.isEmpty());
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void write(String name, String text) {
        try {
            var fresh = folder.resolve(name + ".next");
            Files.writeString(fresh, text);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
