package dev.slipway.flow.step;

import dev.slipway.catalog.ProductKey;
import dev.slipway.release.ReleaseFacts;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what the table {@code assess-risk} may look at: what every policy sees, and what makes a candidate risky. */
@Component
class RiskFacts {

    private final Releases releases;
    private final ReleaseFacts facts;
    private final Clock clock;

    RiskFacts(Releases releases, ReleaseFacts facts, Clock clock) {
        this.releases = releases;
        this.facts = facts;
        this.clock = clock;
    }

    Map<String, Object> of(ReleaseId id) {
        var release = releases.find(id).orElseThrow();
        var candidate = releases.candidate(id);
        var known = facts.of(release, candidate);
        known.put("candidate", candidate.number());
        known.put("strangers", candidate.authors().strangers().size());
        known.put("downgrade", !releases.plan(id).downgrade().isEmpty());
        known.put("daysSinceLastRelease", daysSince(release.product()));
        return known;
    }

    /** A product that was never released has nothing to be unused to. */
    private long daysSince(ProductKey product) {
        return releases.page(new ReleaseQuery(Set.of(State.RELEASED), product, "", null, 1)).stream()
                .mapToLong(last -> Duration.between(Objects.requireNonNull(last.endedAt()), clock.instant())
                        .toDays())
                .findFirst()
                .orElse(0);
    }
}
