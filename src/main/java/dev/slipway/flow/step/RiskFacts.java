package dev.slipway.flow.step;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.content.Commit;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what the table {@code assess-risk} may look at. */
@Component
class RiskFacts {

    private final Releases releases;
    private final Catalog catalog;

    RiskFacts(Releases releases, Catalog catalog) {
        this.releases = releases;
        this.catalog = catalog;
    }

    Map<String, Object> of(ReleaseId id) {
        var release = releases.find(id).orElseThrow();
        var plan = releases.plan(id);
        var candidate = releases.candidate(id);
        var commits = candidate.contents().commits();
        return Map.of(
                "flow", release.flow().value(),
                "product", release.product().value(),
                "criticality",
                        catalog.product(release.product())
                                .map(Product::criticality)
                                .orElse("high"),
                "planned", release.planned(),
                "downgrade", !plan.downgrade().isEmpty(),
                "candidate", candidate.number(),
                "commits", commits.size(),
                "breaking", commits.stream().anyMatch(Commit::breaking),
                "strangers", candidate.authors().strangers().size());
    }
}
