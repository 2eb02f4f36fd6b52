package dev.slipway.drill;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.environment.Environments;
import dev.slipway.environment.Occupancy;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import dev.slipway.release.Sequels;
import dev.slipway.release.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("drillNeighbours")
class NeighbouringModules implements Neighbours {

    private static final int NEWEST = 20;

    private final Acting acting;
    private final Rights rights;
    private final Catalog catalog;
    private final Releases releases;
    private final Sequels sequels;
    private final Environments environments;
    private final Deployments deployments;

    NeighbouringModules(
            Acting acting,
            Rights rights,
            Catalog catalog,
            Releases releases,
            Sequels sequels,
            Environments environments,
            Deployments deployments) {
        this.acting = acting;
        this.rights = rights;
        this.catalog = catalog;
        this.releases = releases;
        this.sequels = sequels;
        this.environments = environments;
        this.deployments = deployments;
    }

    @Override
    public Actor actor() {
        return acting.now();
    }

    @Override
    public boolean may(ProductKey product) {
        return rights.may(acting.now(), Act.ROLL_BACK, product.value());
    }

    @Override
    public Optional<Product> product(ProductKey key) {
        return catalog.product(key);
    }

    @Override
    public Optional<Environment> environment(EnvironmentKey key) {
        return catalog.environment(key);
    }

    @Override
    public List<Release> released(ProductKey product) {
        return releases.page(new ReleaseQuery(EnumSet.of(State.RELEASED), product, "", null, NEWEST));
    }

    @Override
    public List<Artifact> artifacts(ReleaseId release) {
        return releases.candidate(release).artifacts();
    }

    @Override
    public List<Occupancy> history(EnvironmentKey environment, ComponentKey component) {
        return environments.history(environment, component, NEWEST);
    }

    @Override
    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        return environments.occupancy(environment, component);
    }

    @Override
    public List<Move> moves(ReleaseId release) {
        return deployments.of(release);
    }

    @Override
    public Release open(ReleaseId original, EnvironmentKey environment, String reason) {
        return sequels.open(original, FlowKey.DRILL, environment, reason);
    }
}
