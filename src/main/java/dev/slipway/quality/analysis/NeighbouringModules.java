package dev.slipway.quality.analysis;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Digest;
import dev.slipway.identity.Act;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import dev.slipway.release.Acceptance;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component("analysisNeighbours")
class NeighbouringModules implements Neighbours {

    private final Releases releases;
    private final Catalog catalog;
    private final Rights rights;
    private final PrometheusProperties settings;

    NeighbouringModules(Releases releases, Catalog catalog, Rights rights, PrometheusProperties settings) {
        this.releases = releases;
        this.catalog = catalog;
        this.rights = rights;
        this.settings = settings;
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        return releases.find(id);
    }

    @Override
    public Digest candidate(ReleaseId id) {
        return releases.candidate(id).digest();
    }

    @Override
    public Acceptance acceptance(ReleaseId id) {
        return releases.plan(id).delivery().acceptance();
    }

    @Override
    public Optional<URI> prometheus(EnvironmentKey environment) {
        return catalog.environment(environment)
                .map(Environment::prometheus)
                .filter(address -> !address.isEmpty())
                .map(URI::create)
                .or(() -> Optional.ofNullable(settings.url()));
    }

    @Override
    public Optional<EnvironmentKey> production(ProductKey product) {
        return catalog.product(product)
                .map(Product::environments)
                .map(environments -> environments.get(environments.size() - 1));
    }

    @Override
    public boolean mayPlan(Actor actor, String product) {
        return rights.may(actor, Act.OPEN_RELEASE, product);
    }

    @Override
    public boolean mayReportAlerts(Actor actor, String product) {
        return rights.may(actor, Act.REPORT_ALERTS, product);
    }
}
