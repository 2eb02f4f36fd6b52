package dev.slipway.flow.work;

import dev.slipway.catalog.Product;
import dev.slipway.content.Artifacts;
import dev.slipway.release.Release;
import dev.slipway.release.Releases;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Tells a check by environment variables what it is to look at. */
@Component
class CheckVariables {

    private final Releases releases;
    private final Artifacts artifacts;

    CheckVariables(Releases releases, Artifacts artifacts) {
        this.releases = releases;
        this.artifacts = artifacts;
    }

    /** {@code SLIPWAY_ARTIFACT} is the first artifact; those of several components are told apart by {@code SLIPWAY_ARTIFACT_<COMPONENT>}. */
    Map<String, String> of(Release release, Product product, Visit visit) {
        var candidate = releases.candidate(release);
        var variables = new TreeMap<String, String>();
        variables.put("SLIPWAY_RELEASE", release.id().value());
        variables.put("SLIPWAY_PRODUCT", product.key().value());
        variables.put("SLIPWAY_VERSION", release.version());
        variables.put("SLIPWAY_CANDIDATE", Integer.toString(candidate.number()));
        variables.put("SLIPWAY_COMMIT", candidate.contents().commit());
        variables.put("SLIPWAY_REPOSITORY", product.repository());
        variables.put("SLIPWAY_VISIT", visit.id());
        for (var artifact : candidate.artifacts()) {
            var file = artifacts.local(artifact).toAbsolutePath().toString();
            var component = artifact.component().name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
            variables.putIfAbsent("SLIPWAY_ARTIFACT", file);
            variables.put("SLIPWAY_ARTIFACT_" + component, file);
        }
        return variables;
    }
}
