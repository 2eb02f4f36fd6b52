package dev.slipway.flow.work;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks deployed components over HTTP how they are. */
@Component
class Endpoints {

    private final Vitals vitals = new Vitals();
    private final Releases releases;
    private final Catalog catalog;

    private final Deployments deployments;

    Endpoints(Releases releases, Catalog catalog, Deployments deployments) {
        this.releases = releases;
        this.deployments = deployments;
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

    /** Those of them that can be asked from here. */
    List<TargetDescription> near(ReleaseId release, EnvironmentKey environment) {
        return of(release, environment).stream()
                .filter(target -> !target.isRemote())
                .toList();
    }

    /** Those of them that only agents can ask. */
    List<TargetDescription> far(ReleaseId release, EnvironmentKey environment) {
        return of(release, environment).stream()
                .filter(TargetDescription::isRemote)
                .toList();
    }

    /** Where a version of the release's components answers apart from all others, for those of which that can be told. */
    List<TargetDescription> apart(ReleaseId release, EnvironmentKey environment, String version) {
        return of(release, environment).stream()
                .flatMap(target -> at(target, version).stream())
                .toList();
    }

    private Optional<TargetDescription> at(TargetDescription target, String version) {
        return deployments
                .apart(target.environment(), target.component(), version)
                .map(url -> new TargetDescription(
                        target.environment(),
                        target.component(),
                        target.adapter(),
                        target.settings(),
                        url,
                        target.agent()));
    }

    /** Where the release's components answer apart, or where users ask where that cannot be told. */
    List<TargetDescription> preferApart(ReleaseId release, EnvironmentKey environment) {
        var version = releases.find(release).orElseThrow().version();
        return near(release, environment).stream()
                .map(target -> at(target, version).orElse(target))
                .toList();
    }

    /** Whether the release has brought anything there yet. Before that users only meet what was there before. */
    boolean isReached(ReleaseId release, TargetDescription target) {
        return deployments.of(release).stream()
                .anyMatch(move -> move.direction() == Move.Direction.FORWARD
                        && move.status() == Move.Status.DONE
                        && move.environment().equals(target.environment())
                        && move.component().equals(target.component()));
    }

    /** The component's version before the release, if it still answers apart. */
    Optional<TargetDescription> before(ReleaseId release, TargetDescription target) {
        return deployments
                .before(release, target.environment(), target.component())
                .flatMap(version -> at(target, version));
    }

    /** Asks for a page: how long the answer took, and what is wrong with it. */
    Answered ask(TargetDescription target, String path) throws InterruptedException {
        var begun = System.nanoTime();
        var fault = vitals.fault(target.component().toString(), target.url(), path);
        return new Answered(fault.orElse(""), Duration.ofNanos(System.nanoTime() - begun));
    }

    /** @param fault what is wrong; empty where nothing is */
    record Answered(String fault, Duration time) {}

    /** What is wrong with the component's health; empty where nothing is. */
    Optional<String> illness(TargetDescription target) throws InterruptedException {
        return vitals.fault(target.component().toString(), target.url(), "/health");
    }

    /** What is wrong with the version that answers; empty where it is the expected one. */
    Optional<String> otherVersion(TargetDescription target, String version) throws InterruptedException {
        return vitals.otherVersion(target.component().toString(), target.url(), version);
    }
}
