package dev.slipway.release;

import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductBuilder;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Commit;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.content.Reading;
import dev.slipway.identity.Act;
import dev.slipway.identity.Authors;
import dev.slipway.identity.GitIdentity;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Actor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One product, two people, a repository with three revisions and artifacts that are what they say, all in memory. */
class KnownSurroundings implements Surroundings {

    static final ProductKey PAYMENTS = new ProductKey("payments");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    static final ComponentKey SERVICE = new ComponentKey(PAYMENTS, "service");
    static final ComponentKey WORKER = new ComponentKey(PAYMENTS, "worker");

    final Map<ComponentKey, String> inProduction = new HashMap<>();
    final Map<Artifact, ArtifactCheck> artifacts = new HashMap<>();
    final Set<ReleaseId> moving = new HashSet<>();
    final Set<Act> forbidden = EnumSet.noneOf(Act.class);
    final Map<String, String> revisions = new HashMap<>(Map.of("main", sha('a'), "v2", sha('b'), "fix", sha('c')));
    Actor actor = Actor.person("ada");
    final List<String> kept = new CopyOnWriteArrayList<>();
    final AtomicInteger readings = new AtomicInteger();

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public boolean may(Act act, ProductKey product) {
        return !forbidden.contains(act);
    }

    @Override
    public boolean exists(PersonId person) {
        return Set.of("ada", "ben").contains(person.value());
    }

    @Override
    public Authors authors(Contents contents) {
        return new Authors(Set.of(new PersonId("ben")), List.of(new GitIdentity("Stranger", "stranger@example.org")));
    }

    @Override
    public Optional<Product> product(ProductKey key) {
        return Optional.of(payments().build()).filter(product -> product.key().equals(key));
    }

    @Override
    public List<ProductKey> products() {
        return List.of(PAYMENTS);
    }

    @Override
    public Reading contents(Product product, String from, String revision) {
        readings.incrementAndGet();
        var commit = revisions.get(revision);
        if (commit == null) {
            return new Reading.Refused("revision", "There is no " + revision + " in " + product.repository() + ".");
        }
        var ben = new GitIdentity("Ben", "ben@example.org");
        return new Reading.Read(new Contents(
                from,
                revision,
                commit,
                List.of(new Commit(
                        commit,
                        "feat: refunds ☂",
                        "feat",
                        "",
                        false,
                        List.of("PAY-1"),
                        ben,
                        ben,
                        List.of(),
                        Instant.parse("2026-03-01T10:00:00Z")))));
    }

    @Override
    public ArtifactCheck check(Artifact artifact) {
        return artifacts.getOrDefault(artifact, new ArtifactCheck.Intact(10));
    }

    @Override
    public Optional<String> version(EnvironmentKey environment, ComponentKey component) {
        return environment.equals(PRODUCTION) ? Optional.ofNullable(inProduction.get(component)) : Optional.empty();
    }

    @Override
    public boolean moves(ReleaseId release) {
        return moving.contains(release);
    }

    @Override
    public Permit permit(Release prospect, Candidate candidate, Plan plan, Trigger trigger) {
        return new Permit(null, trigger.branch().equals("unfinished") ? "because rule 5 says no." : "");
    }

    @Override
    public void keep(Permit permit, Optional<ReleaseId> release) {
        kept.add(permit.refusal() + release.map(ReleaseId::value).orElse(""));
    }

    static Digest digest(char digit) {
        return new Digest(String.valueOf(digit).repeat(64));
    }

    static String sha(char digit) {
        return String.valueOf(digit).repeat(40);
    }

    /** The product with a way of its own for hotfixes. */
    static Product payments(FlowKey hotfixes) {
        return payments().hotfixFlow(hotfixes).build();
    }

    private static ProductBuilder payments() {
        return Product.of(PAYMENTS, new FlowKey("devops-release"))
                .components(List.of(new Component(SERVICE, ""), new Component(WORKER, "")))
                .environments(List.of(STAGING, PRODUCTION));
    }
}
