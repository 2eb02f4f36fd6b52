package dev.slipway.release;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Artifacts;
import dev.slipway.content.Contents;
import dev.slipway.content.Reading;
import dev.slipway.content.Repositories;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.Authors;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import dev.slipway.release.spi.Whereabouts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class ModulesAroundReleases implements Surroundings {

    private final Acting acting;
    private final Rights rights;
    private final People people;
    private final Catalog catalog;
    private final Repositories repositories;
    private final Artifacts artifacts;
    private final Whereabouts whereabouts;
    private final StartPolicy starts;

    ModulesAroundReleases(
            Acting acting,
            Rights rights,
            People people,
            Catalog catalog,
            Repositories repositories,
            Artifacts artifacts,
            Whereabouts whereabouts,
            StartPolicy starts) {
        this.acting = acting;
        this.rights = rights;
        this.people = people;
        this.catalog = catalog;
        this.repositories = repositories;
        this.artifacts = artifacts;
        this.whereabouts = whereabouts;
        this.starts = starts;
    }

    @Override
    public Actor actor() {
        return acting.now();
    }

    @Override
    public boolean may(Act act, ProductKey product) {
        return rights.may(acting.now(), act, product.value());
    }

    @Override
    public boolean exists(PersonId person) {
        return people.find(person).isPresent();
    }

    @Override
    public Authors authors(Contents contents) {
        return people.authorsAmong(contents.hands());
    }

    @Override
    public Optional<Product> product(ProductKey key) {
        return catalog.product(key);
    }

    @Override
    public List<ProductKey> products() {
        return catalog.products().stream().map(Product::key).toList();
    }

    @Override
    public Reading contents(Product product, String from, String revision) {
        return repositories.between(product.repository(), from, revision, product.migrations());
    }

    @Override
    public ArtifactCheck check(Artifact artifact) {
        return artifacts.check(artifact);
    }

    @Override
    public Optional<String> version(EnvironmentKey environment, ComponentKey component) {
        return whereabouts.version(environment, component);
    }

    @Override
    public boolean moves(ReleaseId release) {
        return whereabouts.moves(release);
    }

    @Override
    public Permit permit(Release prospect, Candidate candidate, Plan plan, Trigger trigger) {
        return starts.permit(prospect, candidate, plan, trigger);
    }

    @Override
    public void keep(Permit permit, Optional<ReleaseId> release) {
        starts.keep(permit, release);
    }
}
