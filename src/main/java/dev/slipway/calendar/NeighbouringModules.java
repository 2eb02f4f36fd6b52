package dev.slipway.calendar;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Act;
import dev.slipway.identity.Acting;
import dev.slipway.identity.People;
import dev.slipway.identity.PersonId;
import dev.slipway.identity.Rights;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component("calendarNeighbours")
class NeighbouringModules implements Neighbours {

    private final Acting acting;
    private final Rights rights;
    private final People people;
    private final Catalog catalog;
    private final Releases releases;

    NeighbouringModules(Acting acting, Rights rights, People people, Catalog catalog, Releases releases) {
        this.acting = acting;
        this.rights = rights;
        this.people = people;
        this.catalog = catalog;
        this.releases = releases;
    }

    @Override
    public Actor actor() {
        return acting.now();
    }

    @Override
    public boolean may(Act act, ProductKey product) {
        return rights.may(actor(), act, product.value());
    }

    @Override
    public boolean may(Act act, Scope scope) {
        var product = scope.product();
        if (product != null) {
            return may(act, product);
        }
        var environment = scope.environment();
        var held = catalog.products().stream()
                .filter(each -> environment == null || each.environments().contains(environment))
                .map(Product::key)
                .toList();
        return rights.may(actor(), act, Rights.EVERYTHING)
                || (!held.isEmpty() && held.stream().allMatch(each -> may(act, each)));
    }

    @Override
    public boolean exists(ProductKey product) {
        return catalog.product(product).isPresent();
    }

    @Override
    public boolean exists(EnvironmentKey environment) {
        return catalog.environment(environment).isPresent();
    }

    @Override
    public boolean goes(ProductKey product, EnvironmentKey environment) {
        return catalog.product(product)
                .filter(known -> known.environments().contains(environment))
                .isPresent();
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        return releases.find(id);
    }

    @Override
    public Set<PersonId> authors(ReleaseId release) {
        var candidate = releases.candidate(release);
        var authors = new HashSet<>(candidate.authors().people());
        authors.addAll(people.authorsAmong(candidate.contents().hands()).people());
        return authors;
    }
}
