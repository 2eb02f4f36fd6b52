package dev.slipway.flow.work;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.release.Candidate;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which artifacts a person named for the next candidate, a line each: component, location, digest. Those not named stay as they were. */
sealed interface NamedArtifacts {

    Pattern LINE = Pattern.compile(
            "(?<component>[^,\\s]+)\\s*,\\s*(?<location>[^,\\s]+)\\s*,\\s*(sha256:)?(?<digest>[0-9a-f]{64})");

    /** All artifacts of the next candidate. */
    record Complete(List<Artifact> artifacts) implements NamedArtifacts {}

    record Wrong(String reason) implements NamedArtifacts {}

    static NamedArtifacts read(String text, Candidate before) {
        var artifacts = new LinkedHashMap<ComponentKey, Artifact>();
        before.artifacts().forEach(artifact -> artifacts.put(artifact.component(), artifact));
        for (var line :
                text.lines().map(String::strip).filter(some -> !some.isEmpty()).toList()) {
            var parts = LINE.matcher(line);
            if (!parts.matches()) {
                return new Wrong(
                        "'" + line + "' is no artifact. Write a line for each: component, location, sha256:digest.");
            }
            var component = component(parts, before);
            if (!artifacts.containsKey(component)) {
                return new Wrong("'" + parts.group("component") + "' is none of the release's components: "
                        + artifacts.keySet().stream().map(ComponentKey::name).toList() + ".");
            }
            try {
                artifacts.put(component, new Artifact(component, URI.create(parts.group("location")), digest(parts)));
            } catch (IllegalArgumentException malformed) {
                return new Wrong("'" + parts.group("location") + "' is no location. Give a file: or http: address.");
            }
        }
        return new Complete(List.copyOf(artifacts.values()));
    }

    private static ComponentKey component(Matcher parts, Candidate before) {
        var name = parts.group("component");
        return before.artifacts().stream()
                .map(Artifact::component)
                .filter(known -> known.name().equals(name) || known.toString().equals(name))
                .findFirst()
                .orElse(new ComponentKey(new ProductKey(""), name));
    }

    private static Digest digest(Matcher parts) {
        return new Digest(parts.group("digest"));
    }
}
