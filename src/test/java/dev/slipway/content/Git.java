package dev.slipway.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real Git, working on one bare repository. */
final class Git {

    private static final boolean INSTALLED = installed();

    private final Path folder;

    private Git(Path folder) {
        this.folder = folder;
    }

    /** Skips the test where Git is not installed. */
    static Git in(Path folder) {
        assumeTrue(INSTALLED, "git is not installed");
        var git = new Git(folder);
        git.run("init", "--quiet", "--bare", "--initial-branch=main", folder.toString());
        return git;
    }

    String path() {
        return folder.toString();
    }

    List<String> run(String... arguments) {
        return feed("", arguments);
    }

    /** Brings in what is written in the language of {@code git fast-import}. */
    void bringIn(String stream) {
        feed(stream, "fast-import", "--quiet", "--force");
    }

    private List<String> feed(String input, String... arguments) {
        try {
            Files.createDirectories(folder);
            var command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
            builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
            builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
            var process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
            return output.lines().toList();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("git", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException none) {
            return false;
        }
    }
}
