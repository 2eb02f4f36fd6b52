package dev.slipway.demo;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the demo's target script where no release is behind it: for what was there before, and around a restart. */
record ServiceScript(Path script, TargetDescription target) {

    private static final long LIMIT = 60;

    void install(String version, Artifact artifact) {
        run(
                "install",
                Map.of(
                        "SLIPWAY_VERSION",
                        version,
                        "SLIPWAY_ARTIFACT",
                        Path.of(artifact.location()).toString(),
                        "SLIPWAY_SHARE",
                        "100"));
    }

    /** What the place still knows may be mixed, in the middle of a roll-out; only where it knows nothing all of it gets the version. */
    void up(String version, Artifact artifact) {
        if (Files.exists(place().resolve("1"))) {
            run("up", Map.of());
        } else {
            install(version, artifact);
        }
    }

    void down() {
        run("down", Map.of());
    }

    private void run(String action, Map<String, String> variables) {
        var builder = new ProcessBuilder("sh", script.toString(), action)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        script.resolveSibling("services.log").toFile()));
        var environment = builder.environment();
        environment.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SLIPWAY_INSTANCES", target.settings().getOrDefault("instances", "1"));
        target.settings().forEach((name, value) -> {
            if (name.startsWith("variable.")) {
                environment.put(name.substring("variable.".length()), value);
            }
        });
        environment.putAll(variables);
        try {
            await(action, builder.start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void await(String action, Process process) {
        try {
            if (!process.waitFor(LIMIT, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException(describe(action) + " takes longer than " + LIMIT + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(
                        describe(action) + " failed; see " + script.resolveSibling("services.log"));
            }
        } catch (InterruptedException interruption) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(describe(action) + " was interrupted", interruption);
        }
    }

    private Path place() {
        return Path.of(target.settings().getOrDefault("variable.DEMO_PLACE", ""));
    }

    private String describe(String action) {
        return "'" + action + "' of " + target.component() + " in " + target.environment();
    }
}
