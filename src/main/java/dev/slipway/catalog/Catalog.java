package dev.slipway.catalog;

import dev.slipway.catalog.Applying.Applied;
import dev.slipway.catalog.Applying.Problem;
import dev.slipway.catalog.Applying.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows what can be released, and where to; the only way into this module. */
@Service
public class Catalog {

    private static final int MOST_PROBLEMS = 200;

    private final CatalogSchema schema;
    private final References references;
    private final OtherKinds others;
    private final CatalogRows rows;
    private final CurrentCatalog current;
    private final Grants grants;
    private final ApplicationEventPublisher events;

    Catalog(
            CatalogSchema schema,
            References references,
            OtherKinds others,
            CatalogRows rows,
            CurrentCatalog current,
            Grants grants,
            ApplicationEventPublisher events) {
        this.schema = schema;
        this.references = references;
        this.others = others;
        this.rows = rows;
        this.current = current;
        this.grants = grants;
        this.events = events;
    }

    public Optional<Product> product(ProductKey key) {
        return Optional.ofNullable(current.now().products().get(key.value())).map(Entitled::product);
    }

    /** All products by key. */
    public List<Product> products() {
        return current.now().products().values().stream().map(Entitled::product).toList();
    }

    /** All environments by stage. */
    public List<Environment> environments() {
        return current.now().environments().values().stream()
                .sorted(Comparator.comparingInt(Environment::stage))
                .toList();
    }

    public Optional<Environment> environment(EnvironmentKey key) {
        return Optional.ofNullable(current.now().environments().get(key.value()));
    }

    public Optional<TargetDescription> target(EnvironmentKey environment, ComponentKey component) {
        return Optional.ofNullable(current.now().targets().get(new Place(environment, component)));
    }

    /** All targets of one environment, by component. */
    public List<TargetDescription> targets(EnvironmentKey environment) {
        return current.now().targets().values().stream()
                .filter(target -> target.environment().equals(environment))
                .toList();
    }

    /** Does a piece of work that sees one and the same catalogue from its beginning to its end, whatever is applied meanwhile. */
    public <T> T steadily(Callable<T> work) throws Exception {
        return current.during(work);
    }

    /** Applies the documents as a whole: all of them, or, if one is wrong, none. What they do not mention stays. */
    @Transactional
    public Applying apply(List<SourceDocument> documents) {
        var files = YamlFiles.read(documents);
        var problems = new ArrayList<Problem>(files.problems());
        files.documents().forEach(document -> problems.addAll(schema.problems(document)));
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        rows.lock();
        var before = rows.load();
        var proposal = new Proposal(before, files.documents());
        problems.addAll(proposal.problems());
        problems.addAll(references.problems(proposal));
        problems.addAll(others.problems(proposal));
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        var after = proposal.after();
        var changes = new ArrayList<>(Changes.between(before, after));
        if (!changes.isEmpty()) {
            rows.store(before, after);
            current.changed();
            grant(before, after);
        }
        changes.addAll(others.take(proposal));
        if (!changes.isEmpty()) {
            events.publishEvent(new CatalogEvent.Applied(List.copyOf(changes), digests(documents)));
        }
        return new Applied(List.copyOf(changes));
    }

    private void grant(Everything before, Everything after) {
        after.products().forEach((key, entitled) -> {
            var then = before.products().get(key);
            if (then == null ? !entitled.rights().isEmpty() : !then.rights().equals(entitled.rights())) {
                grants.replace(key, entitled.rights());
            }
        });
    }

    private static Refused refused(List<Problem> problems) {
        return new Refused(problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
                .limit(MOST_PROBLEMS)
                .toList());
    }

    private static Map<String, String> digests(List<SourceDocument> documents) {
        var digests = new TreeMap<String, String>();
        documents.forEach(document -> digests.put(document.name(), sha256(document.text())));
        return digests;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
