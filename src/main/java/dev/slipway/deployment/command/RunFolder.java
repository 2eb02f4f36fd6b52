package dev.slipway.deployment.command;

import dev.slipway.catalog.TargetDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/** Everything that was tried for one visit at one target, attempt by attempt. */
record RunFolder(Path path) {

    static RunFolder of(Path runs, TargetDescription target, String visit) {
        return named(runs, visit + "-" + target.environment() + "-" + target.component());
    }

    static RunFolder named(Path runs, String name) {
        var legible = legible(name);
        var unique =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return new RunFolder(runs.toAbsolutePath()
                .normalize()
                .resolve(legible.substring(0, Math.min(120, legible.length())) + "-" + unique.substring(0, 8)));
    }

    /** How the name of a visit's folders begins, if it is not very long. */
    static String legible(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    Optional<Attempt> latest() {
        if (!Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (var entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .max(Comparator.comparingInt(RunFolder::number))
                    .map(Attempt::read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Begins the attempt after the given one. Empty if somebody else was faster: there is only ever one of each number. */
    Optional<Attempt> begin(Optional<Attempt> after, String host, Instant now) {
        var number = after.map(attempt -> number(attempt.folder()) + 1).orElse(1);
        var folder = path.resolve(Integer.toString(number));
        var attempt = new Attempt(folder, host, ProcessIdentity.of(ProcessHandle.current()), now);
        try {
            Files.createDirectories(path);
            var draft = Files.createTempDirectory(path, "draft");
            Files.writeString(draft.resolve("watcher"), attempt.describeWatcher());
            return moveInto(draft, folder) ? Optional.of(attempt) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean moveInto(Path draft, Path folder) throws IOException {
        try {
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException taken) {
            FileSystemUtils.deleteRecursively(draft);
            if (Files.isDirectory(folder)) {
                return false;
            }
            throw taken;
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(folder.getFileName().toString());
    }
}
