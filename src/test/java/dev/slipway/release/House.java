package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.PAYMENTS;
import static dev.slipway.release.KnownSurroundings.PRODUCTION;
import static dev.slipway.release.KnownSurroundings.SERVICE;
import static dev.slipway.release.KnownSurroundings.WORKER;
import static dev.slipway.release.KnownSurroundings.digest;

import dev.slipway.Database;
import dev.slipway.content.Artifact;
import dev.slipway.identity.PersonId;
import dev.slipway.release.Plan.ScopeItem;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;

/** The module on one database, with what it knows of the others in memory. */
class House {

    final KnownSurroundings around = new KnownSurroundings();
    final Releases releases;

    House(Database database) {
        this(database, database.events());
    }

    House(Database database, ApplicationEventPublisher events) {
        var clock = Clock.systemUTC();
        var rows = new ReleaseRows(database.jdbc());
        var plans = new PlanRows(database.jdbc());
        var acceptance = new AcceptanceRows(database.jdbc());
        var candidates = new CandidateRows(database.jdbc(), rows);
        var sameness = new SamenessRows(database.jdbc());
        var counts = new EndCounts(database.jdbc(), database.transactions());
        var ending = new Ending(around, rows, sameness, counts, events, clock);
        var beginning = new Beginning(
                around,
                new ReleaseProperties("hotfix"),
                rows,
                plans,
                acceptance,
                candidates,
                sameness,
                ending,
                events,
                clock);
        var guarded = new Guarded(around, rows, database.transactions());
        this.releases = new Releases(
                new Opener(around, rows, sameness, counts, beginning, database.transactions()),
                new Changing(around, guarded, rows, plans, acceptance, candidates, sameness, events, clock),
                new Stopping(guarded, rows, new ChangeRows(database.jdbc()), events),
                ending,
                rows,
                new ReleasePages(database.jdbc()),
                plans,
                acceptance,
                candidates,
                counts,
                database.transactions());
    }

    Release open(Plan plan) {
        return ((Opening.Opened) releases.open(plan, "")).release();
    }

    Release open(String version) {
        return open(plan(version));
    }

    static Plan plan(String version) {
        return plan(version, "main", "");
    }

    static Plan plan(String version, String revision, String downgrade) {
        return Plan.of(PAYMENTS, version)
                .contents("", revision)
                .artifacts(artifacts())
                .objectives("Refunds")
                .scope(List.of(new ScopeItem("PAY-1", "Refunds", true), new ScopeItem("PAY-2", "Receipts", false)))
                .targetDates(Map.of(PRODUCTION, Instant.parse("2026-05-01T08:00:00Z")))
                .stakeholders(List.of(new PersonId("ben")))
                .downgrade(downgrade)
                .build();
    }

    static Plan superseding(String version) {
        return plan(version).but().supersede(true).build();
    }

    static List<Artifact> artifacts() {
        return List.of(
                new Artifact(SERVICE, URI.create("file:/builds/service.jar"), digest('1')),
                new Artifact(WORKER, URI.create("file:/builds/worker.jar"), digest('2')));
    }
}
