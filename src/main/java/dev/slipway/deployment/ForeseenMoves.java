package dev.slipway.deployment;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.policy.Policies;
import dev.slipway.policy.Strategy;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.spi.Foresight;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Says at planning where a strategy cannot move users as it would: where only one version can stand. */
@Service
public class ForeseenMoves implements Foresight {

    private static final Set<String> SIDE_BY_SIDE = Set.of(Strategy.BLUE_GREEN.word(), Strategy.CANARY.word());

    private final Releases releases;
    private final Catalog catalog;
    private final Policies policies;
    private final TargetAdapters adapters;

    ForeseenMoves(Releases releases, Catalog catalog, Policies policies, TargetAdapters adapters) {
        this.releases = releases;
        this.catalog = catalog;
        this.policies = policies;
        this.adapters = adapters;
    }

    @Override
    public List<String> warnings(ReleaseId id) {
        return releases.find(id)
                .filter(release -> !release.state().ended())
                .map(release -> warnings(release.product(), strategy(release)))
                .orElse(List.of());
    }

    /** Of a delivery of this product by that strategy, as tables spell it; empty where that is not known. */
    public List<String> warnings(ProductKey product, String strategy) {
        return SIDE_BY_SIDE.contains(strategy)
                ? catalog.product(product)
                        .map(known -> warnings(known, strategy))
                        .orElse(List.of())
                : List.of();
    }

    private List<String> warnings(Product product, String strategy) {
        var last = product.environments().get(product.environments().size() - 1);
        return product.components().stream()
                .map(Component::key)
                .flatMap(component -> catalog.target(last, component).stream())
                .filter(target -> adapters.of(target)
                        .filter(adapter -> !adapter.holdsTwo(target))
                        .isPresent())
                .map(target -> last + ": the target of " + target.component() + " holds only one version, so "
                        + strategy
                        + " moves instances there instead of users, and the former version is not ready beside it. Give the target a"
                        + " way to shift users, or deliver it rolling.")
                .toList();
    }

    /** What the plan says, or else what the table has chosen. */
    private String strategy(Release release) {
        var planned = releases.plan(release).delivery().strategy();
        return planned.isEmpty()
                ? policies.chosenStrategy(release.id().value())
                        .map(Strategy::word)
                        .orElse("")
                : planned;
    }
}
