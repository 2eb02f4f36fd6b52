package dev.slipway.flow.work;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.flow.variable.ProcessVariable;
import dev.slipway.release.Candidate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads which artifacts a person named for the next candidate; those not named stay as they were. */
@Component
class NamedArtifacts {

    private static final ProcessVariable<String> ARTIFACT = ProcessVariable.text("artifact");
    private static final ProcessVariable<String> DIGEST = ProcessVariable.text("digest");

    NamedArtifacts() {}

    Reading in(Map<String, Object> inputs, Candidate present) {
        try {
            var locations = byComponent(ARTIFACT.find(inputs).orElse(""), present);
            var digests = byComponent(DIGEST.find(inputs).orElse(""), present);
            if (!locations.keySet().equals(digests.keySet())) {
                return new Wrong("Name the location and the digest of an artifact together, or neither.");
            }
            var artifacts = new ArrayList<Artifact>();
            for (var before : present.artifacts()) {
                var name = before.component().name();
                artifacts.add(
                        locations.containsKey(name)
                                ? artifact(
                                        before.component(),
                                        locations.getOrDefault(name, ""),
                                        digests.getOrDefault(name, ""))
                                : before);
            }
            return new Right(List.copyOf(artifacts));
        } catch (IllegalArgumentException malformed) {
            return new Wrong(String.valueOf(malformed.getMessage()));
        }
    }

    private static Artifact artifact(ComponentKey component, String location, String digest) {
        return new Artifact(component, URI.create(location), new Digest(digest));
    }

    /** A single value is that of the only component. */
    private static Map<String, String> byComponent(String text, Candidate present) {
        var values = new TreeMap<String, String>();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var sign = line.indexOf('=');
            var name = sign < 0 ? "" : line.substring(0, sign).strip();
            if (isComponent(name, present)) {
                values.put(name, line.substring(sign + 1).strip());
            } else if (present.artifacts().size() == 1) {
                values.put(present.artifacts().get(0).component().name(), line);
            } else {
                throw new IllegalArgumentException("'" + line
                        + "' does not say which component it is of: write one line for" + " each, as component=value.");
            }
        });
        return values;
    }

    private static boolean isComponent(String name, Candidate present) {
        return present.artifacts().stream()
                .anyMatch(artifact -> artifact.component().name().equals(name));
    }

    sealed interface Reading {}

    record Right(List<Artifact> artifacts) implements Reading {}

    record Wrong(String reason) implements Reading {}
}
