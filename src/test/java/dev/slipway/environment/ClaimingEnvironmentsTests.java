package dev.slipway.environment;

import static dev.slipway.environment.Harbour.PRODUCTION;
import static dev.slipway.environment.Harbour.SERVICE;
import static dev.slipway.environment.Harbour.STAGING;
import static dev.slipway.environment.Harbour.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.environment.Claiming.Claimed;
import dev.slipway.environment.Claiming.Held;
import dev.slipway.environment.EnvironmentEvent.Free;
import dev.slipway.environment.EnvironmentEvent.Released;
import dev.slipway.release.ReleaseId;

class ClaimingEnvironmentsTests {

    private static final ReleaseId ONE = Harbour.release(1);
    private static final ReleaseId TWO = Harbour.release(2);
    private static final ReleaseId THREE = Harbour.release(3);

    @EveryDatabase
    void claimsAllComponentsAndKeepsThem(Database database) {
        var environments = new Harbour(database).environments;

        assertThat(environments.claim(ONE, STAGING)).isEqualTo(new Claimed(ONE, STAGING));
        assertThat(environments.claim(ONE, STAGING)).isEqualTo(new Claimed(ONE, STAGING));

        assertThat(environments.holds(ONE, STAGING)).isTrue();
        assertThat(environments.holds(ONE, PRODUCTION)).isFalse();
        assertThat(environments.claims()).extracting(Claim::component).containsExactly(SERVICE, WORKER);
        assertThat(database.published()).containsExactly(new EnvironmentEvent.Claimed(ONE, STAGING));
    }

    @EveryDatabase
    void namesWhoHoldsItAndSinceWhen(Database database) {
        var environments = new Harbour(database).environments;
        environments.claim(ONE, STAGING);

        var held = (Held) environments.claim(TWO, STAGING);

        assertThat(held.by()).isEqualTo(ONE);
        assertThat(held.component()).isEqualTo(SERVICE);
        assertThat(held.since()).isEqualTo(environments.claims().get(0).since());
        assertThat(environments.claim(TWO, PRODUCTION)).isInstanceOf(Claimed.class);
    }

    @EveryDatabase
    void keepsItFreeForTheFirstInTheQueue(Database database) {
        var harbour = new Harbour(database);
        var environments = harbour.environments;
        environments.claim(ONE, STAGING);
        environments.claim(TWO, STAGING);
        environments.claim(TWO, STAGING);
        assertThat(harbour.whereabouts.moves(TWO)).isFalse();

        environments.release(ONE, STAGING);
        environments.release(ONE, STAGING);

        assertThat(database.published(Free.class)).containsExactly(new Free(TWO, STAGING));
        assertThat(harbour.whereabouts.moves(TWO)).isTrue();
        assertThat(((Held) environments.claim(THREE, STAGING)).by()).isEqualTo(TWO);
        assertThat(environments.claim(TWO, STAGING)).isInstanceOf(Claimed.class);
        assertThat(environments.claims().get(0).queue()).containsExactly(THREE);
    }

    @EveryDatabase
    void givesEverythingUpWhenTheReleaseEnds(Database database) {
        var harbour = new Harbour(database);
        harbour.environments.claim(ONE, STAGING);
        harbour.environments.claim(ONE, PRODUCTION);
        harbour.environments.claim(TWO, PRODUCTION);

        harbour.end(ONE);
        harbour.end(ONE);

        assertThat(harbour.environments.claims()).isEmpty();
        assertThat(database.published(Released.class))
                .containsExactly(new Released(ONE, PRODUCTION), new Released(ONE, STAGING));
        assertThat(database.published(Free.class)).containsExactly(new Free(TWO, PRODUCTION));
    }

    @EveryDatabase
    void passesTheTurnOnWhenItsOwnerEnds(Database database) {
        var harbour = new Harbour(database);
        harbour.environments.claim(ONE, STAGING);
        harbour.environments.claim(TWO, STAGING);
        harbour.environments.claim(THREE, STAGING);
        harbour.environments.release(ONE, STAGING);

        harbour.end(TWO);

        assertThat(database.published(Free.class)).containsExactly(new Free(TWO, STAGING), new Free(THREE, STAGING));
        assertThat(harbour.environments.claim(THREE, STAGING)).isInstanceOf(Claimed.class);
    }

    @EveryDatabase
    void leavesTheQueueQuietlyWhereItIsNotItsTurn(Database database) {
        var harbour = new Harbour(database);
        harbour.environments.claim(ONE, STAGING);
        harbour.environments.claim(TWO, STAGING);
        harbour.environments.claim(THREE, STAGING);

        harbour.environments.release(TWO, STAGING);
        assertThat(database.published(Free.class)).isEmpty();
        harbour.environments.release(ONE, STAGING);

        assertThat(database.published(Free.class)).containsExactly(new Free(THREE, STAGING));
    }
}
