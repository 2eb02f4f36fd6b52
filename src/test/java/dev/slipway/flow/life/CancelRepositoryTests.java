package dev.slipway.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.ReleaseId;
import java.time.Clock;
import java.util.List;

class CancelRepositoryTests {

    private static final ReleaseId ONE = new ReleaseId("payments-1.0.0");
    private static final ReleaseId OTHER = new ReleaseId("payments-1.1.0");

    @EveryDatabase
    void keepsRequestsUntilTheyAreDelivered(Database database) {
        var cancels = new CancelRepository(database.jdbc(), Clock.systemUTC());

        cancels.insert(ONE, "cancel-release", "Not now.");
        cancels.insert(ONE, "roll-back-wanted", "Not at all.");

        assertThat(cancels.find(ONE)).contains(new CancelRepository.Wish("roll-back-wanted", "Not at all."));
        assertThat(cancels.find(OTHER)).isEmpty();
        assertThat(cancels.among(List.of(ONE, OTHER))).containsExactly(ONE);
        assertThat(cancels.all()).containsExactly(ONE);

        cancels.delete(ONE);
        assertThat(cancels.all()).isEmpty();
    }
}
