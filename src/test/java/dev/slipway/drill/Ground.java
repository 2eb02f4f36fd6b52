package dev.slipway.drill;

import dev.slipway.Database;
import dev.slipway.catalog.Component;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.Environment;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.Product;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.deployment.Move;
import dev.slipway.environment.Occupancy;
import dev.slipway.journal.Actor;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The module on one database, with a product of one component that goes to staging and production. */
class Ground implements Neighbours {

    static final ProductKey PAYMENTS = new ProductKey("payments");
    static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    static final ComponentKey SERVICE = new ComponentKey(PAYMENTS, "service");
    static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

    final Drills drills;
    final DrillPlans plans;
    final DrillDocuments documents;
    final DrillFacts facts;
    final List<Release> released = new ArrayList<>();
    final List<Move> moves = new ArrayList<>();
    final List<Occupancy> history = new ArrayList<>();
    final Map<ReleaseId, String> carried = new HashMap<>();
    boolean allowed = true;
    Instant now = MONDAY;
    private int opened;

    Ground(Database database) {
        var clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        var rows = new DrillRows(database.jdbc());
        var planRows = new DrillPlanRows(database.jdbc());
        var preparing = new Preparing(this);
        this.drills = new Drills(
                this, preparing, new Judging(this), rows, planRows, database.events(), database.transactions(), clock);
        this.plans = new DrillPlans(this, preparing, planRows, database.events(), database.transactions(), clock);
        this.documents = new DrillDocuments(plans, planRows);
        this.facts = new DrillFacts(rows, clock);
    }

    /** Something that users had. */
    Ground released(String version) {
        released.add(0, release("payments-" + version, version, State.RELEASED));
        return this;
    }

    /** What is in staging now. */
    Ground there(String version, String release) {
        history.add(0, new Occupancy(STAGING, SERVICE, version, digest(version), new ReleaseId(release), now));
        return this;
    }

    /** A drill that deploys, and takes back after so many seconds. */
    Drill drilled(long seconds) {
        var drill = ((Holding.Held) drills.hold(PAYMENTS, STAGING)).drill();
        var before = history.get(0);
        moved(drill, Move.Direction.FORWARD, drill.version(), Move.Status.DONE);
        there(drill.version(), String.valueOf(drill.release()));
        drills.goBack(release(drill));
        now = now.plusSeconds(seconds);
        moved(drill, Move.Direction.BACK, before.version(), Move.Status.DONE);
        there(before.version(), before.release().value());
        return drill;
    }

    void moved(Drill drill, Move.Direction direction, String version, Move.Status status) {
        moves.add(move(release(drill), direction, version, status));
    }

    private Move move(ReleaseId release, Move.Direction direction, String version, Move.Status status) {
        return new Move(
                "visit",
                release,
                STAGING,
                SERVICE,
                direction,
                Move.Kind.INSTALL,
                version,
                digest(version),
                "",
                100,
                true,
                now,
                now,
                status,
                "");
    }

    static ReleaseId release(Drill drill) {
        return Optional.ofNullable(drill.release()).orElseThrow();
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Release release(String id, String version, State state) {
        return new Release(
                new ReleaseId(id),
                PAYMENTS,
                version,
                new FlowKey("devops-release"),
                state,
                null,
                Actor.person("rita"),
                true,
                1,
                1,
                MONDAY,
                null,
                "");
    }

    @Override
    public Actor actor() {
        return Actor.person("rita");
    }

    @Override
    public boolean may(ProductKey product) {
        return allowed;
    }

    @Override
    public Optional<Product> product(ProductKey key) {
        return Optional.of(Product.of(PAYMENTS, new FlowKey("devops-release"))
                        .components(List.of(new Component(SERVICE, "")))
                        .environments(List.of(STAGING, PRODUCTION))
                        .zone(ZoneId.of("Europe/Berlin"))
                        .build())
                .filter(product -> product.key().equals(key));
    }

    @Override
    public Optional<Environment> environment(EnvironmentKey key) {
        return Optional.of(new Environment(key, key.value(), 1, key.equals(PRODUCTION)));
    }

    @Override
    public List<Release> released(ProductKey product) {
        return released;
    }

    @Override
    public List<Artifact> artifacts(ReleaseId release) {
        var version = released.stream()
                .filter(one -> one.id().equals(release))
                .findFirst()
                .orElseThrow()
                .version();
        return List.of(new Artifact(SERVICE, URI.create("file:/builds/" + version), digest(version)));
    }

    @Override
    public List<Occupancy> history(EnvironmentKey environment, ComponentKey component) {
        return history;
    }

    @Override
    public Optional<Occupancy> occupancy(EnvironmentKey environment, ComponentKey component) {
        return history.stream().findFirst();
    }

    @Override
    public List<Move> moves(ReleaseId release) {
        return moves.stream().filter(move -> move.release().equals(release)).toList();
    }

    @Override
    public synchronized Release open(ReleaseId original, EnvironmentKey environment, String reason) {
        opened++;
        var id = new ReleaseId(original + "-drill-" + opened);
        carried.put(id, reason);
        return release(id.value(), "", State.PENDING);
    }
}
