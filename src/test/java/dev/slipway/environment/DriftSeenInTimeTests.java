package dev.slipway.environment;

import static dev.slipway.environment.Harbour.SERVICE;
import static dev.slipway.environment.Harbour.STAGING;
import static dev.slipway.environment.Harbour.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.content.Digest;
import dev.slipway.environment.Observation.Finding;
import dev.slipway.environment.spi.Actual;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** However long after the last look a target is changed, and whoever is asked: an interval later it is known. */
class DriftSeenInTimeTests {

    private static final Spot SPOT = new Spot(STAGING, SERVICE);
    private static final int LOOK = 5;
    private static final int INTERVAL = 300;

    @EveryDatabase
    void atATargetNearby(Database database) {
        for (var second = 1; second <= INTERVAL; second += 13) {
            seesInTime(database, second, Optional.empty());
        }
    }

    @EveryDatabase
    void atATargetThatAnAgentAsks(Database database) {
        for (var second = 1; second <= INTERVAL; second += 13) {
            seesInTime(database, second, Optional.of(Duration.ofSeconds(LOOK - 1)));
        }
    }

    /** Changes what runs at this second after the first finding. An agent looks as soon as it is asked, and answers so much later. */
    private static void seesInTime(Database database, int second, Optional<Duration> agent) {
        database.jdbc().sql("delete from environment_probe").update();
        database.jdbc().sql("delete from environment_drift").update();
        var harbour = new Harbour(database);
        if (harbour.environments.occupancy(STAGING, SERVICE).isEmpty()) {
            harbour.environments.occupy(release(1), STAGING, SERVICE, "1.0.0", new Digest("a".repeat(64)));
        }
        var runs = new Running(harbour, agent);
        harbour.truth.put(SPOT, runs::answer);
        while (!found(harbour, Finding.AGREES)) {
            look(harbour);
        }
        var left = second;
        for (; left >= LOOK; left -= LOOK) {
            look(harbour);
        }
        runs.version = "0.9.0";
        harbour.pass(Duration.ofSeconds(left));
        var changed = harbour.time.get();
        harbour.pass(Duration.ofSeconds(LOOK - left));
        harbour.probing.round();
        while (!found(harbour, Finding.DRIFTED)) {
            look(harbour);
        }

        assertThat(Duration.between(changed, harbour.time.get()))
                .as("changed %s s after it was found as planned", second)
                .isLessThanOrEqualTo(Duration.ofSeconds(INTERVAL));
    }

    private static void look(Harbour harbour) {
        harbour.pass(Duration.ofSeconds(LOOK));
        harbour.probing.round();
    }

    private static boolean found(Harbour harbour, Finding finding) {
        return harbour.probing
                .observation(STAGING, SERVICE)
                .filter(seen -> seen.finding() == finding)
                .isPresent();
    }

    /** What runs at the target, and whoever says so. */
    private static class Running {

        private final Harbour harbour;
        private final Optional<Duration> agent;
        private String version = "1.0.0";
        private Optional<Answer> answer = Optional.empty();

        Running(Harbour harbour, Optional<Duration> agent) {
            this.harbour = harbour;
            this.agent = agent;
        }

        Actual answer() {
            if (agent.isEmpty()) {
                return running(version);
            }
            var now = Objects.requireNonNull(harbour.time.get());
            if (answer.isEmpty()) {
                answer = Optional.of(new Answer(version, now.plus(agent.get())));
            }
            if (answer.get().at().isAfter(now)) {
                return new Actual.Asked();
            }
            var said = answer.get().version();
            answer = Optional.empty();
            return running(said);
        }

        private static Actual running(String version) {
            return new Actual.Running(Set.of(version), 100, "");
        }
    }

    private record Answer(String version, Instant at) {}
}
