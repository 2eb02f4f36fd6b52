package dev.slipway.release;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Product;
import dev.slipway.content.Commit;
import dev.slipway.policy.Evaluation;
import dev.slipway.policy.Policies;
import dev.slipway.policy.Risk;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Says what every policy may know about a release, so that all tables are asked with the same facts under the same names. */
@Service
public class ReleaseFacts {

    static final String UNKNOWN = "unknown";

    private final Catalog catalog;
    private final Policies policies;
    private final ChangeRows changes;

    ReleaseFacts(Catalog catalog, Policies policies, ChangeRows changes) {
        this.catalog = catalog;
        this.policies = policies;
        this.changes = changes;
    }

    /**
     * Returns {@code product}, {@code flow}, {@code criticality}, {@code planned}, {@code commits} (their number), {@code breaking} (whether one of them
     * is), {@code risk} (as last assessed) and {@code changeType} (as last decided); both are {@code unknown} before.
     */
    public Map<String, Object> of(Release release, Candidate candidate) {
        var commits = candidate.contents().commits();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("product", release.product().value());
        facts.put("flow", release.flow().value());
        facts.put(
                "criticality",
                catalog.product(release.product()).map(Product::criticality).orElse(UNKNOWN));
        facts.put("planned", release.planned());
        facts.put("commits", commits.size());
        facts.put("breaking", commits.stream().anyMatch(Commit::breaking));
        facts.put(
                "risk",
                policies.newest(release.id().value(), "assess-risk")
                        .flatMap(ReleaseFacts::risk)
                        .orElse(UNKNOWN));
        facts.put(
                "changeType",
                changes.find(release.id()).map(change -> change.type().word()).orElse(UNKNOWN));
        return facts;
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
