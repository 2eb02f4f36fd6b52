package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** Passes a command's output on as it grows, line by line, from where the last watcher stopped. */
final class OutputTail {

    private static final int BLOCK = 64 * 1024;
    private static final int LINES = 12;

    private final Attempt attempt;
    private final Progress progress;

    OutputTail(Attempt attempt, Progress progress) {
        this.attempt = attempt;
        this.progress = progress;
    }

    void pass() {
        pass(false);
    }

    void finish() {
        pass(true);
    }

    private void pass(boolean everything) {
        while (Files.exists(attempt.output())) {
            var from = attempt.logged();
            var bytes = read(from, BLOCK);
            var length = wholeLines(bytes);
            if (length == 0 && (everything || bytes.length == BLOCK)) {
                length = bytes.length;
            }
            if (length == 0) {
                return;
            }
            progress.log(new String(bytes, 0, length, StandardCharsets.UTF_8));
            attempt.noteLogged(from + length);
        }
    }

    private static int wholeLines(byte[] bytes) {
        for (var at = bytes.length; at > 0; at--) {
            if (bytes[at - 1] == '\n') {
                return at;
            }
        }
        return 0;
    }

    /** The last lines, for saying why it failed. */
    String end() {
        if (!Files.exists(attempt.output())) {
            return "";
        }
        var size = attempt.output().toFile().length();
        var text = new String(read(Math.max(0, size - 2000), 2000), StandardCharsets.UTF_8);
        List<String> lines = text.strip().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
    }

    private byte[] read(long from, int limit) {
        try (var file = new RandomAccessFile(attempt.output().toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[(int) Math.max(0, Math.min(limit, file.length() - from))];
            file.readFully(bytes);
            return bytes;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
