package dev.slipway.deployment.command;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.Equipment;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is run, where, and with which environment variables; it sees nothing else of Slipway's own environment.
 *
 * @param directory empty for Slipway's working folder
 * @param files what it finds in the folder SLIPWAY_FILES
 */
record CommandCall(List<String> words, String directory, Map<String, String> environment, List<SuppliedFile> files) {

    /** The target's own variables outweigh those that contexts give. */
    static CommandCall of(
            List<String> words, TargetDescription target, Equipment equipment, Map<String, String> facts) {
        var environment = new TreeMap<>(basics());
        environment.putAll(equipment.variables());
        environment.putAll(equipment.secrets());
        target.settings().forEach((name, value) -> {
            if (CommandSettings.isVariable(name)) {
                environment.put(name.substring(name.indexOf('.') + 1), value);
            }
        });
        var settings = CommandSettings.of(target);
        environment.put("SLIPWAY_ENVIRONMENT", target.environment().value());
        environment.put("SLIPWAY_COMPONENT", target.component().toString());
        environment.put("SLIPWAY_INSTANCES", Integer.toString(settings.instances()));
        environment.putAll(facts);
        return new CommandCall(words, settings.directory(), environment, equipment.files());
    }

    /** What every command sees of the outside. */
    static Map<String, String> basics() {
        return Map.of(
                "PATH", inherited("PATH", "/usr/local/bin:/usr/bin:/bin"),
                "HOME", inherited("HOME", "/"),
                "LANG", inherited("LANG", "C.UTF-8"),
                "JAVA_HOME", inherited("JAVA_HOME", System.getProperty("java.home")));
    }

    static String inherited(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isEmpty())
                .orElse(otherwise);
    }

    /** @param folder where its files are laid, if it has any */
    ProcessBuilder builder(List<String> words, Path folder) throws IOException {
        var builder = new ProcessBuilder(words);
        if (!directory.isEmpty()) {
            builder.directory(Path.of(directory).toFile());
        }
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (!files.isEmpty()) {
            builder.environment()
                    .put("SLIPWAY_FILES", Supplies.lay(folder, files).toString());
        }
        return builder;
    }
}
