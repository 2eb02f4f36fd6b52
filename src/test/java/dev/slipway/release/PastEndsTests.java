package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.PAYMENTS;
import static dev.slipway.release.KnownSurroundings.SERVICE;
import static dev.slipway.release.KnownSurroundings.digest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.policy.Fact;
import java.time.Clock;
import java.util.Optional;

class PastEndsTests {

    @EveryDatabase
    void knowsHowTheLastReleasesEndedAndWhatTheyCarried(Database database) {
        var house = new House(database);
        var ends = new PastEnds(new ReleasePages(database.jdbc()), database.jdbc(), Clock.systemUTC());
        assertThat(ends.of(PAYMENTS).past().failureRate()).isEqualTo(-1);
        assertThat(ends.of(PAYMENTS).there()).isEmpty();

        end(house, "1.0.0", State.RELEASED);
        end(house, "1.1.0", State.ROLLED_BACK);
        end(house, "1.2.0", State.CANCELLED);
        assertThat(ends.of(PAYMENTS).lastReleased()).as("half a minute late").isEmpty();
        ends.on(new ReleaseEvent.Concluded(new ReleaseId("payments-1.0.0"), State.RELEASED, ""));

        var known = ends.of(PAYMENTS);
        assertThat(known.past().failureRate()).isEqualTo(50);
        assertThat(known.past().ends()).extracting(Past.End::state).containsExactly(State.ROLLED_BACK, State.RELEASED);
        assertThat(known.lastReleased()).isPresent();
        assertThat(known.there()).containsEntry(SERVICE, digest('1'));

        var candidate = house.releases.candidate(new ReleaseId("payments-1.1.0"));
        assertThat(new PastFacts(ends, Clock.systemUTC()).of(PAYMENTS, candidate, Optional.empty()))
                .containsEntry(Fact.COMPONENTS_TOUCHED, 0)
                .containsEntry(Fact.DAYS_SINCE_LAST_RELEASE, 0)
                .containsEntry(Fact.FAILURE_RATE, 50)
                .containsEntry(Fact.COMPONENT_FAILURE_RATE, -1);
    }

    private static void end(House house, String version, State state) {
        house.releases.conclude(house.open(version).id(), state, "");
    }
}
