package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.Acceptance;
import dev.slipway.release.Release;

/**
 * What is judged: a candidate in an environment, by its plan.
 *
 * @param former the version that it takes the place of; empty where nothing was
 * @param share percent of the instances, or of the traffic, that it has
 */
record Matter(
        Release release,
        Digest candidate,
        Acceptance acceptance,
        EnvironmentKey environment,
        String former,
        int share) {

    Placeholders ofOwn() {
        return about(release.version());
    }

    Placeholders ofFormer() {
        return about(former);
    }

    private Placeholders about(String version) {
        return Placeholders.of(
                release.product().value(), release.id().value(), environment.value(), version, acceptance.step());
    }
}
