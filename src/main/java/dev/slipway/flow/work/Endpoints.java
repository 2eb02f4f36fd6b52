package dev.slipway.flow.work;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Deployments;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks deployed components over HTTP how they are. */
@Component
class Endpoints {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
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
                        target.environment(), target.component(), target.adapter(), target.settings(), url));
    }

    /** Where the release's version answers apart. */
    Optional<TargetDescription> candidate(ReleaseId release, TargetDescription target) {
        return at(target, releases.find(release).orElseThrow().version());
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
        var answer = get(target, path);
        var fault = answer.status == OK ? "" : target.component() + ": " + path + " says " + answer.words();
        return new Answered(fault, Duration.ofNanos(System.nanoTime() - begun));
    }

    /** @param fault what is wrong; empty where nothing is */
    record Answered(String fault, Duration time) {}

    /** What is wrong with the component's health; empty where nothing is. */
    Optional<String> illness(TargetDescription target) throws InterruptedException {
        var answer = get(target, "/health");
        return answer.status == OK
                ? Optional.empty()
                : Optional.of(target.component() + ": /health says " + answer.words());
    }

    /** What is wrong with the version that answers; empty where it is the expected one. */
    Optional<String> otherVersion(TargetDescription target, String version) throws InterruptedException {
        var answer = get(target, "/version");
        return answer.status == OK && answer.text.contains(version)
                ? Optional.empty()
                : Optional.of(target.component() + ": /version says " + answer.words() + " instead of " + version);
    }

    private Answer get(TargetDescription target, String path) throws InterruptedException {
        var address = URI.create(target.url().replaceAll("/+$", "") + path);
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().strip());
        } catch (IOException silent) {
            return new Answer(0, silent.getClass().getSimpleName());
        }
    }

    private record Answer(int status, String text) {

        private static final int LONGEST = 100;

        String words() {
            var brief = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
            return status == 0 ? "nothing (" + brief + ")" : status + " " + brief;
        }
    }
}
