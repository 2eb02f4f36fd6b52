package dev.slipway.deployment.nginx;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.command.CommandLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.boot.convert.DurationStyle;

/** What the catalogue says about one target of this adapter. */
record NginxSettings(TargetDescription target) {

    static final List<String> SLOTS = List.of("blue", "green");

    private static final Set<String> KNOWN =
            Set.of("file", "upstream", "nginx", "pid", "drain", "directives", "installer", "blue", "green");
    private static final String SLOT = "slot.";

    static NginxSettings of(TargetDescription target) {
        return new NginxSettings(target);
    }

    /** The file that nginx includes. */
    Path file() {
        return Path.of(text("file", "")).toAbsolutePath();
    }

    String upstream() {
        return text(
                "upstream",
                target.component().product() + "-" + target.component().name());
    }

    List<String> nginx() {
        return CommandLine.parse(text("nginx", "nginx"));
    }

    Path pid() {
        return Path.of(text("pid", "/run/nginx.pid"));
    }

    /** How long requests under way may take to end before an instance is stopped. */
    Duration drain() {
        return DurationStyle.detectAndParse(text("drain", "30s"));
    }

    String directives() {
        return text("directives", "");
    }

    String installer() {
        return text("installer", "command");
    }

    List<Slot> slots() {
        return SLOTS.stream()
                .map(name -> new Slot(name, servers(name), place(name)))
                .toList();
    }

    private List<String> servers(String slot) {
        return Arrays.stream(text(slot, "").split("[,\\s]+"))
                .filter(server -> !server.isEmpty())
                .toList();
    }

    /** What is said for every slot, and what is said for this one, which counts more. */
    private TargetDescription place(String slot) {
        var settings = new TreeMap<String, String>();
        var servers = servers(slot);
        settings.put("instances", Integer.toString(Math.max(1, servers.size())));
        take(SLOT, settings);
        take(slot + ".", settings);
        return new TargetDescription(
                target.environment(),
                target.component(),
                installer(),
                settings,
                servers.isEmpty() ? "" : "http://" + servers.get(0));
    }

    private void take(String prefix, Map<String, String> settings) {
        target.settings().forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                settings.put(name.substring(prefix.length()), value);
            }
        });
    }

    List<String> flaws() {
        var flaws = new ArrayList<String>();
        for (var name : target.settings().keySet()) {
            if (!KNOWN.contains(name) && !name.matches("(slot|blue|green)\\..+")) {
                flaws.add("setting '" + name + "' is unknown; known are file, upstream, nginx, pid, drain, directives,"
                        + " installer, blue, green, and slot.NAME, blue.NAME and green.NAME for the installer");
            }
        }
        if (text("file", "").isBlank()) {
            flaws.add("setting 'file' is missing: name the file that nginx includes, and Slipway writes");
        }
        for (var slot : SLOTS) {
            if (servers(slot).isEmpty()) {
                flaws.add("setting '" + slot
                        + "' is missing: list the servers of the slot, as 10.0.0.1:8080 10.0.0.2:8080");
            }
        }
        if (!upstream().matches("[A-Za-z0-9_.-]+")) {
            flaws.add("setting 'upstream' is no name of an upstream: use letters, digits, hyphens and dots");
        }
        check("nginx", "write it as in a shell", ignored -> nginx(), flaws);
        check("drain", "write it like 30s or PT30S", ignored -> drain(), flaws);
        return flaws;
    }

    private static void check(String name, String cure, Consumer<String> reader, List<String> flaws) {
        try {
            reader.accept(name);
        } catch (IllegalArgumentException wrong) {
            flaws.add("setting '" + name + "' cannot be read (" + wrong.getMessage() + "): " + cure);
        }
    }

    private String text(String name, String otherwise) {
        return target.settings().getOrDefault(name, otherwise);
    }
}
