package dev.slipway.environment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.Comparator;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;

@Service
class PendingReleases implements Claimants {

    private final Releases releases;
    private final Catalog catalog;
    private final OccupancyRows occupancies;

    PendingReleases(Releases releases, Catalog catalog, OccupancyRows occupancies) {
        this.releases = releases;
        this.occupancies = occupancies;
        this.catalog = catalog;
    }

    @Override
    public Claimant entitled(ReleaseId id, EnvironmentKey environment) {
        var release = releases.locked(id).orElseThrow(() -> new NoSuchElementException("there is no release " + id));
        if (release.state().ended() && !occupancies.isThere(environment, id)) {
            throw new IllegalStateException(id + " has ended and may not claim " + environment);
        }
        if (release.isDrill()
                && catalog.environment(environment)
                        .filter(Environment::production)
                        .isPresent()) {
            throw new IllegalStateException(id + " is a drill and may not claim " + environment + ", which is in use");
        }
        var product = catalog.product(release.product())
                .orElseThrow(() -> new NoSuchElementException("the catalogue no longer holds " + release.product()));
        return new Claimant(
                id,
                product.key(),
                product.components().stream()
                        .map(Component::key)
                        .sorted(Comparator.comparing(ComponentKey::toString))
                        .toList());
    }
}
