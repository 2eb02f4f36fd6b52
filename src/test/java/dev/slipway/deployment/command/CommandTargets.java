package dev.slipway.deployment.command;

import dev.slipway.deployment.spi.Target;
import java.nio.file.Path;

/** Targets that run commands, for tests of what stands in front of them. */
public final class CommandTargets {

    private CommandTargets() {}

    public static Target in(Path folder) {
        return Places.target(folder, "here");
    }
}
