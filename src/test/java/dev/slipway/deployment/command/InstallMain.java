package dev.slipway.deployment.command;

import dev.slipway.content.Digest;
import dev.slipway.deployment.TargetContractTests;
import dev.slipway.deployment.spi.Install;
import java.nio.file.Path;
import java.util.Map;

/** A process of its own that carries out one install and may be killed at any moment. */
final class InstallMain {

    private InstallMain() {}

    public static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        Places.target(folder, "here").install(move(folder, arguments[1]), new TargetContractTests.Recorder());
    }

    static Install move(Path folder, String visit) {
        var place = Places.in(folder, Map.of("variable.DELAY", "0.3"));
        return new Install(place, visit, "1.0.0", folder.resolve("artifact"), new Digest("a".repeat(64)), 100);
    }
}
