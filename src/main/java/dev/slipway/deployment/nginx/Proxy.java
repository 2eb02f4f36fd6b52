package dev.slipway.deployment.nginx;

import dev.slipway.deployment.spi.Stopped;
import dev.slipway.deployment.spi.TryAgain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells a running nginx what is written. A copy of what it was told last lies beside the file, so that after a crash it is known whether the file was written
 * without nginx being told.
 */
final class Proxy {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE = 20;

    private final NginxSettings settings;
    private final Path told;

    Proxy(NginxSettings settings) {
        this.settings = settings;
        var file = settings.file();
        this.told = file.resolveSibling(file.getFileName() + ".told");
    }

    /** Where users are led to; empty where the file and nginx may disagree. */
    Optional<Weights> weights() {
        var written = read(settings.file());
        return written.equals(read(told)) || Weights.read(written).equals(Weights.NONE)
                ? Optional.of(Weights.read(written))
                : Optional.empty();
    }

    /** What the file says, whether nginx was told or not. */
    Weights written() {
        return Weights.read(read(settings.file()));
    }

    /**
     * Leads users so, and waits until requests that were led otherwise have ended. Returns why nginx refuses, and then leaves everything as it was; empty where it
     * does not.
     */
    Optional<String> lead(Weights weights) {
        var before = read(settings.file());
        var text = weights.write(settings);
        if (text.equals(before) && text.equals(read(told))) {
            return Optional.empty();
        }
        write(settings.file(), text);
        var fault = run("-t", "-q");
        if (fault.isPresent()) {
            if (!before.isEmpty()) {
                write(settings.file(), before);
            }
            return Optional.of("nginx refuses the configuration: " + fault.get());
        }
        var workers = workers();
        run("-s", "reload").ifPresent(silent -> {
            throw new TryAgain("nginx could not be told to reload: " + silent);
        });
        await(workers);
        write(told, text);
        return Optional.empty();
    }

    /** Requests that were there before are with workers that were there before: these end with their last request. */
    private void await(List<ProcessHandle> workers) {
        var end = System.nanoTime() + settings.drain().toNanos();
        try {
            while (System.nanoTime() < end
                    && (workers.isEmpty() || workers.stream().anyMatch(ProcessHandle::isAlive))) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    /** Empty where they cannot be seen from here: then the whole time to drain is waited. */
    private List<ProcessHandle> workers() {
        try {
            var master = Long.parseLong(Files.readString(settings.pid()).strip());
            return ProcessHandle.of(master).map(ProcessHandle::children).stream()
                    .flatMap(children -> children)
                    .toList();
        } catch (IOException | NumberFormatException unknown) {
            return List.of();
        }
    }

    private Optional<String> run(String... arguments) {
        var words = new ArrayList<>(settings.nginx());
        words.addAll(List.of(arguments));
        try {
            var output = Files.createTempFile("slipway-nginx", ".log");
            try {
                var process = new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    return Optional.of("it took longer than " + LIMIT.toSeconds() + " s");
                }
                return process.exitValue() == 0
                        ? Optional.empty()
                        : Optional.of(Files.readString(output).strip());
            } finally {
                Files.delete(output);
            }
        } catch (IOException failure) {
            throw new TryAgain("nginx could not be run: " + failure.getMessage());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new Stopped(interruption);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException none) {
            return "";
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
