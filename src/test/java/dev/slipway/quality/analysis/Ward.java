package dev.slipway.quality.analysis;

import dev.slipway.Database;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Digest;
import dev.slipway.journal.Actor;
import dev.slipway.quality.KeptContents;
import dev.slipway.release.Acceptance;
import dev.slipway.release.AcceptanceCriterion;
import dev.slipway.release.Release;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Analyses on a real database, with one release, a clock that is set by hand, and a Prometheus of the test's own. */
final class Ward implements Neighbours {

    static final ReleaseId RELEASE = new ReleaseId("shop-2.0.0");
    static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    static final Instant BEGUN = Instant.parse("2026-11-23T10:00:00Z");

    final Database database;
    final Analyses analyses;
    final Hand clock = new Hand();

    @Nullable
    URI prometheus;

    Acceptance acceptance = Acceptance.NONE;
    boolean permitted = true;

    Ward(Database database, @Nullable URI prometheus, AcceptanceCriterion... criteria) {
        var settings = new PrometheusProperties(null, "", Duration.ofSeconds(2), Duration.ofSeconds(30));
        this.database = database;
        this.prometheus = prometheus;
        this.acceptance = new Acceptance(List.of(criteria), Duration.ofSeconds(10), null, null, null);
        this.analyses = new Analyses(
                this,
                new Prometheus(settings),
                new AnalysisRepository(database.jdbc()),
                KeptContents.in(database),
                settings,
                database.events(),
                database.transactions(),
                clock);
    }

    /** Looks so many seconds after the beginning of a soak of ten minutes. */
    Looking look(long seconds) {
        return look("v1", seconds, 20);
    }

    Looking look(String visit, long seconds, int share) {
        clock.now = BEGUN.plusSeconds(seconds);
        return analyses.look(
                new AnalysisOrder(visit, RELEASE, PRODUCTION, "1.9.0", share, BEGUN, Duration.ofMinutes(10)));
    }

    /** Looks at the end, when nobody is patient any more. */
    Analysis end() {
        return ((Looking.Ended) look(631)).analysis();
    }

    @Override
    public Optional<Release> release(ReleaseId id) {
        var release = new Release(
                RELEASE,
                new ProductKey("shop"),
                "2.0.0",
                new FlowKey("devops-release"),
                State.PENDING,
                null,
                Actor.SYSTEM,
                true,
                1,
                1,
                BEGUN,
                null,
                "");
        return Optional.of(release).filter(known -> known.id().equals(id));
    }

    @Override
    public Digest candidate(ReleaseId id) {
        return new Digest("a".repeat(64));
    }

    @Override
    public Acceptance acceptance(ReleaseId id) {
        return acceptance;
    }

    @Override
    public Optional<URI> prometheus(EnvironmentKey environment) {
        return Optional.ofNullable(prometheus);
    }

    @Override
    public Optional<EnvironmentKey> production(ProductKey product) {
        return Optional.of(PRODUCTION);
    }

    @Override
    public boolean mayPlan(Actor actor, String product) {
        return permitted;
    }

    @Override
    public boolean mayReportAlerts(Actor actor, String product) {
        return permitted;
    }

    /** A clock that is set by hand. */
    static final class Hand extends Clock {

        Instant now = BEGUN;

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
    }
}
