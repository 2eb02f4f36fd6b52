package dev.slipway.environment;

import static dev.slipway.environment.Harbour.PRODUCTION;
import static dev.slipway.environment.Harbour.SERVICE;
import static dev.slipway.environment.Harbour.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.content.Digest;
import dev.slipway.environment.EnvironmentEvent.Occupied;

class OccupyingEnvironmentsTests {

    private static final Digest OLD = new Digest("1".repeat(64));
    private static final Digest NEW = new Digest("2".repeat(64));

    @EveryDatabase
    void knowsWhatIsWhereAndWhatWasThereBefore(Database database) {
        var harbour = new Harbour(database);
        var environments = harbour.environments;

        environments.occupy(Harbour.release(1), STAGING, SERVICE, "1.0", OLD);
        environments.occupy(Harbour.release(2), STAGING, SERVICE, "2.0", NEW);
        environments.occupy(Harbour.release(2), STAGING, SERVICE, "2.0", NEW);

        var there = environments.occupancy(STAGING, SERVICE).orElseThrow();
        assertThat(there.version()).isEqualTo("2.0");
        assertThat(environments.matrix()).containsExactly(there);
        assertThat(environments.history(STAGING, SERVICE, 10))
                .extracting(Occupancy::version)
                .containsExactly("2.0", "1.0");
        assertThat(environments.occupancy(PRODUCTION, SERVICE)).isEmpty();
        assertThat(harbour.whereabouts.version(STAGING, SERVICE)).contains("2.0");
        assertThat(database.published(Occupied.class)).hasSize(2);
    }
}
