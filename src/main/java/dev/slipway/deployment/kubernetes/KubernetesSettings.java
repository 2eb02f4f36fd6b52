package dev.slipway.deployment.kubernetes;

import dev.slipway.catalog.TargetDescription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.boot.convert.DurationStyle;

/** What the catalogue says about one target of this adapter. */
record KubernetesSettings(TargetDescription target) {

    static final List<String> SLOTS = List.of("blue", "green");

    private static final Set<String> KNOWN = Set.of(
            "namespace",
            "name",
            "template",
            "container",
            "image",
            "replicas",
            "route",
            "server",
            "kubeconfig",
            "context",
            "secret.token",
            "timeout",
            "pause",
            "apart");

    static KubernetesSettings of(TargetDescription target) {
        return new KubernetesSettings(target);
    }

    String namespace() {
        return text("namespace").orElse("default");
    }

    String name() {
        return text("name")
                .orElse(target.component().product() + "-" + target.component().name());
    }

    /** The Deployment, and the Service, of a slot. */
    String name(String slot) {
        return name() + "-" + slot;
    }

    /** A manifest that says everything about a Deployment but its name, its slot, its size and its image. */
    Path template() {
        return Path.of(text("template").orElse(""));
    }

    String container() {
        return text("container").orElse("");
    }

    String image(String version, String digest) {
        return text("image").orElse("").replace("{version}", version).replace("{digest}", digest);
    }

    int replicas() {
        var replicas = Integer.parseInt(text("replicas").orElse("1"));
        if (replicas < 1) {
            throw new IllegalArgumentException("is less than 1");
        }
        return replicas;
    }

    /** The HTTPRoute whose weights lead users; where there is none, one Service leads them to the pods of both slots. */
    Optional<String> route() {
        return text("route");
    }

    Optional<String> server() {
        return text("server");
    }

    Optional<String> kubeconfig() {
        return text("kubeconfig");
    }

    Optional<String> context() {
        return text("context");
    }

    Optional<String> token() {
        return text("secret.token");
    }

    Optional<String> apart(String slot) {
        return text("apart").map(address -> address.replace("{slot}", slot));
    }

    Duration timeout() {
        return DurationStyle.detectAndParse(text("timeout").orElse("10m"));
    }

    Duration pause() {
        return DurationStyle.detectAndParse(text("pause").orElse("1s"));
    }

    List<String> flaws() {
        var flaws = new ArrayList<String>();
        for (var name : target.settings().keySet()) {
            if (!KNOWN.contains(name)) {
                flaws.add("setting '" + name + "' is unknown; known are "
                        + String.join(", ", KNOWN.stream().sorted().toList()));
            }
        }
        if (text("template").isEmpty()) {
            flaws.add("setting 'template' is missing: name the file with the Deployment's manifest");
        } else if (!Files.isReadable(template())) {
            flaws.add("setting 'template' names " + template() + ", which cannot be read on this machine");
        }
        if (!image("version", "digest").contains("version")
                && !image("version", "digest").contains("digest")) {
            flaws.add("setting 'image' is missing or always the same: write it like"
                    + " registry.example.com/payments:{version} or …@sha256:{digest}");
        }
        if (!name().matches("[a-z]([-a-z0-9]{0,50}[a-z0-9])?")) {
            flaws.add("setting 'name' is no name of a Deployment: use small letters, digits and hyphens, 52 at most");
        }
        check("replicas", "give a whole number from 1", ignored -> replicas(), flaws);
        check("timeout", "write it like 10m or PT10M", ignored -> timeout(), flaws);
        check("pause", "write it like 1s or PT1S", ignored -> pause(), flaws);
        return flaws;
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(target.settings().get(name)).filter(value -> !value.isBlank());
    }

    private static void check(String name, String cure, Consumer<String> reader, List<String> flaws) {
        try {
            reader.accept(name);
        } catch (IllegalArgumentException wrong) {
            flaws.add("setting '" + name + "' cannot be read (" + wrong.getMessage() + "): " + cure);
        }
    }
}
