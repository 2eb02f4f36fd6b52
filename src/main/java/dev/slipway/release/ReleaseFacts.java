package dev.slipway.release;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.policy.Evaluation;
import dev.slipway.policy.Fact;
import dev.slipway.policy.Policies;
import dev.slipway.policy.Risk;
import dev.slipway.release.spi.FactSource;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says what every policy may know about a release, so that all tables are asked with the same facts under the same names: those of {@link Fact}. */
@Service
public class ReleaseFacts {

    static final String UNKNOWN = "unknown";
    static final String ASSESSMENT = "assess-risk";

    private final Catalog catalog;
    private final Policies policies;
    private final PlanRows plans;
    private final PastFacts past;
    private final StandingRows standing;
    private final List<FactSource> sources;

    ReleaseFacts(
            Catalog catalog,
            Policies policies,
            PlanRows plans,
            PastFacts past,
            StandingRows standing,
            List<FactSource> sources) {
        this.catalog = catalog;
        this.policies = policies;
        this.plans = plans;
        this.past = past;
        this.standing = standing;
        this.sources = sources;
    }

    /** Returns every fact of {@link Fact#ofReleases}; the caller may add those of its own question. */
    public Map<String, Object> of(Release release, Candidate candidate) {
        var facts = about(release, candidate, !plans.of(release).downgrade().isEmpty());
        facts.putAll(standing.facts(release.id()));
        facts.computeIfAbsent(Fact.RISK, unkept -> risk(release));
        sources.forEach(source -> facts.putAll(source.about(release, candidate)));
        return named(facts);
    }

    /** As {@link #of(Release, Candidate)}, for a release that is only about to be opened: nobody has assessed it or attached anything to it yet. */
    public Map<String, Object> ofProspect(Release prospect, Candidate candidate, boolean downgrade) {
        var facts = about(prospect, candidate, downgrade);
        facts.put(Fact.RISK, UNKNOWN);
        facts.put(Fact.CHANGE_TYPE, UNKNOWN);
        facts.putAll(RiskFacts.of(List.of()));
        sources.forEach(source -> facts.putAll(source.aboutProspect(prospect)));
        return named(facts);
    }

    private EnumMap<Fact, Object> about(Release release, Candidate candidate, boolean downgrade) {
        var facts = new EnumMap<Fact, Object>(Fact.class);
        var product = catalog.product(release.product());
        facts.put(Fact.PRODUCT, release.product().value());
        facts.put(Fact.FLOW, release.flow().value());
        facts.put(Fact.CRITICALITY, product.map(Product::criticality).orElse(UNKNOWN));
        facts.put(Fact.PLANNED, release.planned());
        facts.put(Fact.CANDIDATE, candidate.number());
        facts.put(Fact.STRANGERS, candidate.authors().strangers().size());
        facts.put(Fact.DOWNGRADE, downgrade);
        facts.putAll(ContentFacts.of(candidate.contents()));
        facts.putAll(past.of(release.product(), candidate, product));
        return facts;
    }

    private static Map<String, Object> named(EnumMap<Fact, Object> facts) {
        var named = new LinkedHashMap<String, Object>();
        facts.forEach((fact, value) -> named.put(fact.key(), value));
        return named;
    }

    private String risk(Release release) {
        return policies.newest(release.id().value(), ASSESSMENT)
                .flatMap(ReleaseFacts::risk)
                .orElse(UNKNOWN);
    }

    /** The highest class that an assessment found. */
    static Optional<String> risk(Evaluation assessment) {
        return assessment.outputs().stream()
                .map(output -> String.valueOf(output.get("risk")).toUpperCase(Locale.ROOT))
                .map(Risk::valueOf)
                .max(Comparator.naturalOrder())
                .map(risk -> risk.name().toLowerCase(Locale.ROOT));
    }
}
