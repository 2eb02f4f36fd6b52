package dev.slipway.deployment.command;

import dev.slipway.catalog.TargetDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.convert.DurationStyle;

/** What the catalogue says about one target of this adapter. */
record CommandSettings(Map<String, String> settings) {

    private static final Set<String> KNOWN =
            Set.of("install", "shift", "remove", "probe", "directory", "timeout", "instances", "apart");
    private static final Set<String> REQUIRED = Set.of("install", "remove", "probe");

    static CommandSettings of(TargetDescription target) {
        return new CommandSettings(target.settings());
    }

    List<String> install() {
        return CommandLine.parse(settings.getOrDefault("install", ""));
    }

    /** Absent where two versions cannot stand beside each other. */
    Optional<List<String>> shift() {
        return Optional.ofNullable(settings.get("shift"))
                .filter(line -> !line.isBlank())
                .map(CommandLine::parse);
    }

    /** Where one version answers apart from all others. */
    Optional<String> apart(String version) {
        return Optional.ofNullable(settings.get("apart")).map(address -> address.replace("{version}", version));
    }

    List<String> remove() {
        return CommandLine.parse(settings.getOrDefault("remove", ""));
    }

    List<String> probe() {
        return CommandLine.parse(settings.getOrDefault("probe", ""));
    }

    String directory() {
        return settings.getOrDefault("directory", "");
    }

    Duration timeout() {
        var timeout = DurationStyle.detectAndParse(settings.getOrDefault("timeout", "10m"));
        if (timeout.toSeconds() < 1) {
            throw new IllegalArgumentException("is shorter than a second");
        }
        return timeout;
    }

    int instances() {
        var instances = Integer.parseInt(settings.getOrDefault("instances", "1"));
        if (instances < 1) {
            throw new IllegalArgumentException("is less than 1");
        }
        return instances;
    }

    /** Whether it is handed to the command as an environment variable. */
    static boolean isVariable(String setting) {
        return setting.matches("(variable|secret)\\.[A-Za-z_][A-Za-z0-9_]*");
    }

    List<String> flaws() {
        var flaws = new ArrayList<String>();
        for (var name : settings.keySet()) {
            if (!KNOWN.contains(name) && !isVariable(name)) {
                flaws.add("setting '" + name
                        + "' is unknown; known are install, shift, remove, probe, directory, timeout,"
                        + " instances, apart, variable.NAME and secret.NAME");
            }
        }
        for (var name : REQUIRED.stream().sorted().toList()) {
            if (settings.getOrDefault(name, "").isBlank()) {
                flaws.add("setting '" + name + "' is missing: give the command line to run");
            } else {
                check(name, "write it as in a shell", CommandLine::parse, flaws);
            }
        }
        if (settings.containsKey("shift")) {
            check("shift", "write it as in a shell", CommandLine::parse, flaws);
        }
        check("timeout", "write it like 10m or PT10M", ignored -> timeout(), flaws);
        check("instances", "give a whole number from 1", ignored -> instances(), flaws);
        return flaws;
    }

    private void check(String name, String cure, Consumer<String> reader, List<String> flaws) {
        try {
            reader.accept(settings.getOrDefault(name, ""));
        } catch (IllegalArgumentException wrong) {
            flaws.add("setting '" + name + "' cannot be read (" + wrong.getMessage() + "): " + cure);
        }
    }
}
