package dev.slipway.deployment.http;

import dev.slipway.catalog.TargetDescription;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.convert.DurationStyle;

/** What the catalogue says about one target of this adapter. */
record HttpSettings(TargetDescription target) {

    private static final List<String> ACTS = List.of("install", "shift", "remove");
    private static final Set<String> KNOWN = Set.of(
            "install",
            "install.method",
            "install.body",
            "shift",
            "shift.method",
            "shift.body",
            "remove",
            "remove.method",
            "remove.body",
            "probe",
            "status",
            "timeout",
            "pause",
            "apart");
    private static final Map<String, String> BODIES = Map.of(
            "install", """
                    {"visit": "{visit}", "environment": "{environment}", "component": "{component}", "version": "{version}", \
                    "digest": "{digest}", "share": {share}, "unavailable": {unavailable}, "beside": {beside}, \
                    "configuration": "{configuration}"}""",
            "shift", """
                    {"visit": "{visit}", "environment": "{environment}", "component": "{component}", "version": "{version}", \
                    "digest": "{digest}", "share": {share}}""",
            "remove", """
                    {"visit": "{visit}", "environment": "{environment}", "component": "{component}", "keep": "{keep}"}""");

    static HttpSettings of(TargetDescription target) {
        return new HttpSettings(target);
    }

    Optional<String> address(String act) {
        return Optional.ofNullable(target.settings().get(act)).filter(address -> !address.isBlank());
    }

    String method(String act) {
        return target.settings().getOrDefault(act + ".method", "POST");
    }

    String body(String act) {
        return target.settings().getOrDefault(act + ".body", BODIES.getOrDefault(act, ""));
    }

    /** What every call carries; the values of {@code secret.} are masked wherever they would show. */
    Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        target.settings().forEach((name, value) -> {
            if (isHeader(name)) {
                headers.put(name.substring(name.indexOf('.') + 1), value);
            }
        });
        return headers;
    }

    Duration timeout() {
        return DurationStyle.detectAndParse(target.settings().getOrDefault("timeout", "10m"));
    }

    Duration pause() {
        return DurationStyle.detectAndParse(target.settings().getOrDefault("pause", "2s"));
    }

    List<String> flaws() {
        var flaws = new ArrayList<String>();
        for (var name : target.settings().keySet()) {
            if (!KNOWN.contains(name) && !isHeader(name)) {
                flaws.add("setting '" + name + "' is unknown; known are "
                        + String.join(", ", KNOWN.stream().sorted().toList()) + ", header.NAME and secret.NAME");
            }
        }
        for (var name : List.of("install", "remove", "probe")) {
            if (address(name).isEmpty()) {
                flaws.add("setting '" + name + "' is missing: give the address to ask");
            }
        }
        for (var name : List.of("install", "shift", "remove", "probe", "status")) {
            address(name)
                    .filter(address -> !isAddress(address))
                    .ifPresent(address -> flaws.add("setting '" + name
                            + "' is no address: write it like https://deploy.example.com/{environment}/{component}"));
        }
        for (var act : ACTS) {
            if (!method(act).matches("GET|POST|PUT|PATCH|DELETE")) {
                flaws.add("setting '" + act + ".method' is none of GET, POST, PUT, PATCH and DELETE");
            }
        }
        check("timeout", ignored -> timeout(), flaws);
        check("pause", ignored -> pause(), flaws);
        return flaws;
    }

    private static boolean isHeader(String setting) {
        return setting.matches("(header|secret)\\.[A-Za-z0-9-]+");
    }

    private static boolean isAddress(String template) {
        try {
            var scheme = URI.create(template.replaceAll("\\{\\w+}", "x")).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static void check(String name, Consumer<String> reader, List<String> flaws) {
        try {
            reader.accept(name);
        } catch (IllegalArgumentException wrong) {
            flaws.add("setting '" + name + "' cannot be read (" + wrong.getMessage() + "): write it like 10m or PT10M");
        }
    }
}
