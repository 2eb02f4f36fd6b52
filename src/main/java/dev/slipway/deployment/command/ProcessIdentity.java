package dev.slipway.deployment.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** An operating-system process, told apart from a later one with the same number by when it was started. */
public record ProcessIdentity(long pid, Instant startedAt) {

    /** Platforms derive the start from a boot time that is corrected now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    public boolean lives() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(this::isTheSame)
                .filter(process -> !isZombie())
                .isPresent();
    }

    private boolean isTheSame(ProcessHandle process) {
        var started = process.info().startInstant().orElse(startedAt);
        return Duration.between(started, startedAt).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Where nobody collects the dead they stay in the process table. */
    private boolean isZombie() {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).startsWith(" Z");
        } catch (IOException noSuchFile) {
            return false;
        }
    }

    /** Ends it and everything that it started, at once. */
    public void kill() {
        ProcessHandle.of(pid).filter(this::isTheSame).ifPresent(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }

    String write() {
        return pid + " " + startedAt.toEpochMilli();
    }

    static ProcessIdentity read(String text) {
        var parts = text.strip().split(" ");
        return new ProcessIdentity(Long.parseLong(parts[0]), Instant.ofEpochMilli(Long.parseLong(parts[1])));
    }
}
