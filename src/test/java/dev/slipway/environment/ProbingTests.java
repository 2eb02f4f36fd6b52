package dev.slipway.environment;

import static dev.slipway.environment.Harbour.SERVICE;
import static dev.slipway.environment.Harbour.STAGING;
import static dev.slipway.environment.Harbour.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.content.Digest;
import dev.slipway.environment.Drift.Ending;
import dev.slipway.environment.EnvironmentEvent.Drifted;
import dev.slipway.environment.EnvironmentEvent.Settled;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.spi.Actual;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

class ProbingTests {

    private static final Digest ARTIFACT = new Digest("a".repeat(64));
    private static final Spot SPOT = new Spot(STAGING, SERVICE);
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    @EveryDatabase
    void seesWithinOneIntervalThatSomethingElseRuns(Database database) {
        var harbour = planned(database, "1.0.0");
        runs(harbour, "1.0.0");
        harbour.probing.round();
        assertThat(finding(harbour)).isEqualTo(Finding.AGREES);

        runs(harbour, "0.9.0");
        assertThat(harbour.probing.round()).isZero();
        harbour.pass(INTERVAL);
        assertThat(harbour.probing.round()).isEqualTo(1);

        assertThat(finding(harbour)).isEqualTo(Finding.DRIFTED);
        assertThat(database.published(Drifted.class))
                .singleElement()
                .satisfies(
                        event -> assertThat(event.chain()).isEqualTo(release(1).value()))
                .satisfies(event -> assertThat(event.facts().toString()).contains("planned=1.0.0", "actual=0.9.0"));
    }

    @EveryDatabase
    void tellsOfADriftOnceHoweverOftenItIsSeenAndComesAndGoes(Database database) {
        var harbour = planned(database, "1.0.0");
        for (var version : List.of("0.9.0", "0.9.0", "1.0.0", "0.9.0", "1.0.0", "0.9.0")) {
            look(harbour, version);
        }

        assertThat(database.published(Drifted.class)).hasSize(1);
        assertThat(database.published(Settled.class)).isEmpty();
        look(harbour, "1.0.0");
        assertThat(harbour.probing.drifts()).hasSize(1);
        look(harbour, "1.0.0");
        assertThat(harbour.probing.drifts()).isEmpty();
        assertThat(database.published(Settled.class))
                .extracting(Settled::ending)
                .containsExactly(Ending.VANISHED);
        look(harbour, "0.9.0");
        assertThat(database.published(Drifted.class)).hasSize(2);
    }

    @EveryDatabase
    void tellsAgainOnlyOfWhatItHasNotToldOf(Database database) {
        var harbour = planned(database, "1.0.0");
        for (var version : List.of("0.9.0", "0.8.0", "0.9.0", "0.8.0")) {
            look(harbour, version);
        }

        assertThat(database.published(Drifted.class))
                .extracting(Drifted::first, event -> event.drift().actual())
                .containsExactly(tuple(true, "0.9.0"), tuple(false, "0.8.0"));
        assertThat(harbour.probing.drifts())
                .singleElement()
                .extracting(Drift::actual)
                .isEqualTo("0.8.0");
    }

    @EveryDatabase
    void knowsNothingWhereTheTargetDoesNotSay(Database database) {
        var harbour = planned(database, "1.0.0");
        look(harbour, "0.9.0");
        harbour.truth.put(SPOT, () -> new Actual.Unknown("connection refused"));
        harbour.pass(INTERVAL);
        harbour.probing.round();

        var seen = harbour.probing.observation(STAGING, SERVICE).orElseThrow();
        assertThat(seen.finding()).isEqualTo(Finding.UNKNOWN);
        assertThat(seen.reason()).isEqualTo("connection refused");
        assertThat(seen.versions()).containsExactly("0.9.0");
        assertThat(harbour.probing.drifts()).hasSize(1);
        harbour.truth.put(SPOT, () -> {
            throw new IllegalStateException("broken");
        });
        harbour.pass(INTERVAL);
        harbour.probing.round();
        assertThat(harbour.probing.observation(STAGING, SERVICE).orElseThrow().reason())
                .contains("broken");
    }

    @EveryDatabase
    void seesThatWhatIsPlannedRunsWithAnotherConfiguration(Database database) {
        var harbour = planned(database, "1.0.0");
        look(harbour, "1.0.0");
        harbour.truth.put(SPOT, () -> new Actual.Running(Set.of("1.0.0"), 100, "c".repeat(64)));
        harbour.pass(INTERVAL);
        harbour.probing.round();

        assertThat(finding(harbour)).isEqualTo(Finding.DRIFTED);
        assertThat(harbour.probing.drifts())
                .singleElement()
                .extracting(Drift::actual)
                .isEqualTo("1.0.0 with another configuration, cccccccccccc");
    }

    @EveryDatabase
    void comesBackSoonForWhatOnlyAnAgentCanSay(Database database) {
        var harbour = planned(database, "1.0.0");
        harbour.truth.put(SPOT, Actual.Asked::new);
        assertThat(harbour.probing.round()).isZero();
        assertThat(finding(harbour)).isEqualTo(Finding.NEVER);

        runs(harbour, "0.9.0");
        assertThat(harbour.probing.round()).isZero();
        harbour.pass(Duration.ofSeconds(5));
        assertThat(harbour.probing.round()).isEqualTo(1);

        assertThat(finding(harbour)).isEqualTo(Finding.DRIFTED);
    }

    @EveryDatabase
    void leavesAPlaceAloneThatAReleaseHolds(Database database) {
        var harbour = planned(database, "1.0.0");
        var asked = new AtomicInteger();
        harbour.truth.put(SPOT, () -> {
            asked.incrementAndGet();
            return running("0.9.0");
        });
        harbour.environments.claim(release(2), STAGING);

        harbour.probing.round();
        assertThat(harbour.probing.ask(STAGING, SERVICE)).isEmpty();

        assertThat(asked).hasValue(0);
        harbour.environments.release(release(2), STAGING);
        harbour.pass(Duration.ofMinutes(1));
        harbour.probing.round();
        assertThat(asked).hasValue(1);
    }

    @EveryDatabase
    void throwsAwayWhatWasAskedBeforeAReleaseCame(Database database) {
        var harbour = planned(database, "1.0.0");
        harbour.truth.put(SPOT, () -> {
            harbour.environments.claim(release(2), STAGING);
            return running("0.9.0");
        });
        harbour.probing.round();
        assertThat(finding(harbour)).isEqualTo(Finding.NEVER);

        harbour.environments.release(release(2), STAGING);
        harbour.truth.put(SPOT, () -> {
            harbour.environments.occupy(release(3), STAGING, SERVICE, "1.1.0", ARTIFACT);
            return running("1.0.0");
        });
        harbour.pass(INTERVAL);
        harbour.probing.round();
        assertThat(finding(harbour)).isEqualTo(Finding.NEVER);
        assertThat(database.published(Drifted.class)).isEmpty();
    }

    @EveryDatabase
    void aDriftIsOverWhenSomethingElseIsPlanned(Database database) {
        var harbour = planned(database, "1.0.0");
        look(harbour, "0.9.0");
        harbour.environments.occupy(release(2), STAGING, SERVICE, "0.9.0", ARTIFACT);

        look(harbour, "0.9.0");

        assertThat(database.published(Settled.class))
                .extracting(Settled::ending)
                .containsExactly(Ending.REPLANNED);
        assertThat(finding(harbour)).isEqualTo(Finding.AGREES);
    }

    @EveryDatabase
    void tellsNothingWhereNothingIsPlanned(Database database) {
        var harbour = new Harbour(database);
        look(harbour, "0.9.0");

        assertThat(finding(harbour)).isEqualTo(Finding.UNPLANNED);
        assertThat(database.published(Drifted.class)).isEmpty();
    }

    @EveryDatabase
    void aNodeThatDiesBetweenAskingAndRecordingIsReplaced(Database database) {
        var dying = planned(database, "1.0.0");
        dying.truth.put(SPOT, () -> {
            throw new Killed();
        });
        assertThatThrownBy(dying.probing::round).isInstanceOf(Killed.class);
        var other = new Harbour(database);
        runs(other, "0.9.0");

        assertThat(other.probing.round()).isZero();
        other.pass(Duration.ofMinutes(2));
        assertThat(other.probing.round()).isEqualTo(1);

        assertThat(finding(other)).isEqualTo(Finding.DRIFTED);
        assertThat(database.published(Drifted.class)).hasSize(1);
    }

    @EveryDatabase
    void whoWasReplacedRecordsNothing(Database database) {
        var slow = planned(database, "1.0.0");
        var other = new Harbour(database);
        runs(other, "1.0.0");
        slow.truth.put(SPOT, () -> {
            other.pass(Duration.ofMinutes(3));
            other.probing.round();
            return running("0.9.0");
        });

        assertThat(slow.probing.round()).isZero();

        assertThat(finding(other)).isEqualTo(Finding.AGREES);
        assertThat(database.published(Drifted.class)).isEmpty();
    }

    @EveryDatabase
    void ofTwoNodesOneAsks(Database database) throws Exception {
        var asked = new AtomicInteger();
        var nodes = new ArrayList<Callable<Integer>>();
        for (var node = 0; node < 2; node++) {
            var harbour = node == 0 ? planned(database, "1.0.0") : new Harbour(database);
            harbour.truth.put(SPOT, () -> {
                asked.incrementAndGet();
                return running("0.9.0");
            });
            nodes.add(harbour.probing::round);
        }

        var threads = Executors.newFixedThreadPool(2);
        try {
            for (var node : threads.invokeAll(nodes)) {
                node.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(asked).hasValue(1);
        assertThat(database.published(Drifted.class)).hasSize(1);
    }

    @EveryDatabase
    void forgetsATargetThatIsDescribedNoMore(Database database) {
        var harbour = planned(database, "1.0.0");
        look(harbour, "1.0.0");
        harbour.truth.clear();

        harbour.probing.round();

        assertThat(harbour.probing.observations()).isEmpty();
    }

    private static Harbour planned(Database database, String version) {
        var harbour = new Harbour(database);
        harbour.environments.occupy(release(1), STAGING, SERVICE, version, ARTIFACT);
        return harbour;
    }

    private static void look(Harbour harbour, String version) {
        runs(harbour, version);
        harbour.pass(INTERVAL);
        harbour.probing.round();
    }

    private static void runs(Harbour harbour, String version) {
        harbour.truth.put(SPOT, () -> running(version));
    }

    private static Actual running(String version) {
        return new Actual.Running(Set.of(version), 100);
    }

    private static Finding finding(Harbour harbour) {
        return harbour.probing.observation(STAGING, SERVICE).orElseThrow().finding();
    }

    /** The end of a node, which nothing catches. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }
}
