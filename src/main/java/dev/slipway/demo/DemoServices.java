package dev.slipway.demo;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Deployments;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Runs the demo's services while Slipway runs: brings them up at every start, and stops them when it is shut down in order. */
@Component
@Profile("demo")
class DemoServices implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoServices.class);

    private final DemoScripts scripts;
    private final DemoArtifacts artifacts;
    private final Catalog catalog;
    private final Environments environments;
    private final Deployments deployments;
    private volatile boolean running;

    DemoServices(
            DemoScripts scripts,
            DemoArtifacts artifacts,
            Catalog catalog,
            Environments environments,
            Deployments deployments) {
        this.scripts = scripts;
        this.artifacts = artifacts;
        this.catalog = catalog;
        this.environments = environments;
        this.deployments = deployments;
    }

    /** Puts the version that users have before the first release into production, unless something is there already. */
    void ensureInProduction(String product, String version) {
        var artifact = artifacts.artifact(product, version);
        var target = targets().stream()
                .filter(place -> place.component().equals(artifact.component()))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        if (environments.occupancy(target.environment(), target.component()).isEmpty()) {
            script(target).install(version, artifact);
            deployments.adopt(new ReleaseId(product + "-" + version), target.environment(), version, artifact);
        }
    }

    /** Starts again what is on record and does not run: it died with the machine, or was stopped with Slipway. */
    void bringUp() {
        for (var target : targets()) {
            environments
                    .occupancy(target.environment(), target.component())
                    .ifPresent(there -> script(target).up(there.version(), artifact(there)));
        }
    }

    private Artifact artifact(Occupancy there) {
        return artifacts.artifact(there.component().product().value(), there.version());
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        for (var target : targets()) {
            try {
                script(target).down();
            } catch (IllegalStateException failure) {
                LOG.warn("A service of the demo could not be stopped: {}", failure.getMessage());
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Last to stop, after everything that may still be moving services. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }

    private ServiceScript script(TargetDescription target) {
        return new ServiceScript(scripts.target(), target);
    }

    /** The demo's own targets, product by product, on the way to users. */
    private List<TargetDescription> targets() {
        return Demo.PRODUCTS.stream()
                .flatMap(key -> catalog.product(key).stream())
                .flatMap(this::targets)
                .filter(target -> target.settings()
                        .getOrDefault("install", "")
                        .contains(scripts.target().toString()))
                .toList();
    }

    private Stream<TargetDescription> targets(Product product) {
        return product.environments().stream()
                .flatMap(environment -> product.components().stream()
                        .flatMap(component -> catalog.target(environment, component.key()).stream()));
    }
}
