package dev.slipway.flow.work;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks deployed components over HTTP how they are. */
@Component
class Endpoints {

    private final Vitals vitals = new Vitals();
    private final Releases releases;
    private final Catalog catalog;

    Endpoints(Releases releases, Catalog catalog) {
        this.releases = releases;
        this.catalog = catalog;
    }

    /** The targets of the release's candidate that answer over HTTP. */
    List<TargetDescription> of(ReleaseId release, EnvironmentKey environment) {
        return releases.candidate(release).artifacts().stream()
                .map(Artifact::component)
                .flatMap(component -> catalog.target(environment, component).stream())
                .filter(target -> !target.url().isBlank())
                .toList();
    }

    /** What is wrong with the component's health; empty where nothing is. */
    Optional<String> illness(TargetDescription target) throws InterruptedException {
        return vitals.illness(target.component().toString(), target.url());
    }

    /** What is wrong with the version that answers; empty where it is the expected one. */
    Optional<String> otherVersion(TargetDescription target, String version) throws InterruptedException {
        return vitals.otherVersion(target.component().toString(), target.url(), version);
    }
}
