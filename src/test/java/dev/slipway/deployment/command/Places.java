package dev.slipway.deployment.command;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.DeploymentProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Targets made of files in a folder. */
final class Places {

    private static final Path SCRIPT =
            Path.of("src/test/resources/deployment/target.sh").toAbsolutePath();

    private Places() {}

    static CommandTarget target(Path folder, String host) {
        var properties =
                new DeploymentProperties(folder.resolve("runs"), host, Duration.ofSeconds(1), Duration.ofDays(1));
        return new CommandTarget(properties, Clock.systemUTC());
    }

    static TargetDescription in(Path folder, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "install", "sh " + SCRIPT + " install",
                "remove", "sh " + SCRIPT + " remove",
                "probe", "sh " + SCRIPT + " probe",
                "instances", "4",
                "variable.PLACE", folder.resolve("place").toString()));
        settings.putAll(more);
        return new TargetDescription(
                new EnvironmentKey("staging"), ComponentKey.parse("payments/service"), "command", settings, "");
    }
}
