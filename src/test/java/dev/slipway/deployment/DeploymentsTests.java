package dev.slipway.deployment;

import static dev.slipway.deployment.World.PRODUCTION;
import static dev.slipway.deployment.World.SERVICE;
import static dev.slipway.deployment.World.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;

class DeploymentsTests {

    @EveryDatabase
    void movesTheCandidateAndRecordsIntentAndOutcome(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");

        assertThat(yard.stage(release, "v1"))
                .isInstanceOfSatisfying(
                        Moving.Moved.class,
                        moved -> assertThat(moved.move())
                                .satisfies(move -> assertThat(move.status()).isEqualTo(Move.Status.DONE))
                                .satisfies(move -> assertThat(move.endedAt()).isNotNull())
                                .satisfies(move -> assertThat(move.previous()).isEmpty()));
        assertThat(yard.world.version(STAGING)).contains("1.0.0");
        assertThat(database.published(Journaled.class))
                .extracting(Journaled::act)
                .containsExactly("deployment.intended", "deployment.done");
        assertThat(yard.deployments.of(release)).hasSize(1);
        assertThat(database.jdbc()
                        .sql("select count(*) from deployment_commit")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @EveryDatabase
    void takesTheSameVisitTwiceAsOneMove(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");

        var first = yard.stage(release, "v1");

        assertThat(yard.stage(release, "v1")).isEqualTo(first);
        assertThat(yard.target.acts()).hasSize(1);
        assertThat(database.published(DeploymentEvent.class)).hasSize(2);
    }

    @EveryDatabase
    void movesAShareAfterTheOther(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var release = yard.world.release("1.1.0");

        yard.deployments.deploy(release, STAGING, SERVICE, 25, "v1");
        yard.deployments.deploy(release, STAGING, SERVICE, 100, "v2");

        assertThat(yard.target.acts()).containsExactly("install 1.1.0 on 25", "install 1.1.0 on 100");
        assertThat(yard.deployments.of(release)).extracting(Move::previous).containsExactly("1.0.0", "1.1.0");
        yard.unstage(release, "v3");
        assertThat(yard.world.version(STAGING)).contains("1.0.0");
    }

    @EveryDatabase
    void recordsAFailureAndAnswersWithItsReason(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.target.failWith("disk full, password=tiger99");

        assertThat(yard.stage(release, "v1")).isEqualTo(new Moving.Refused("disk full, password=****"));
        assertThat(yard.stage(release, "v1")).isEqualTo(new Moving.Refused("disk full, password=****"));
        assertThat(yard.deployments.of(release)).extracting(Move::status).containsExactly(Move.Status.FAILED);
        assertThat(yard.world.version(STAGING)).isEmpty();
        assertThat(database.published(DeploymentEvent.Failed.class)).hasSize(1);
    }

    @EveryDatabase
    void refusesWithoutTheClaim(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.world.free(STAGING);

        refuses(yard, release, "does not hold staging");
    }

    @EveryDatabase
    void refusesADowngradeUnlessThePlanGivesAReason(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.10.0");

        refuses(yard, yard.world.release("1.9.0"), "1.10.0, which is newer than 1.9.0");
        assertThat(yard.stage(yard.world.release("1.8.0", true, "1.10 loses money"), "v2"))
                .isInstanceOf(Moving.Moved.class);
    }

    @EveryDatabase
    void refusesAnArtifactThatIsNotWhatItWas(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.world.alter("1.0.0");

        refuses(yard, release, "is not what it was");
    }

    @EveryDatabase
    void refusesAnArtifactThatIsGone(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.world.lose("1.0.0");

        refuses(yard, release, "cannot be had: no such file");
    }

    @EveryDatabase
    void refusesWhatHasNoTarget(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");

        assertThat(yard.deployments.deploy(release, STAGING, ComponentKey.parse("payments/web"), 100, "v1"))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains("no target for payments/web in staging"));
    }

    private static void refuses(Yard yard, ReleaseId release, String reason) {
        assertThat(yard.stage(release, "refused"))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(yard.target.acts()).isEmpty();
        assertThat(yard.deployments.of(release)).isEmpty();
    }

    @EveryDatabase
    void stepsOutOfNobodysTransaction(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");

        assertThatIllegalStateException()
                .isThrownBy(() -> database.transactions().executeWithoutResult(status -> yard.stage(release, "v1")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> yard.deployments.deploy(release, STAGING, SERVICE, 0, "v1"));
    }

    @EveryDatabase
    void namesWhatAReleaseHasTouchedAndNotPutBack(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.stage(release, "v1");
        yard.deployments.deploy(release, PRODUCTION, SERVICE, 100, "v2");

        assertThat(yard.deployments.touched(release)).containsExactly(STAGING, PRODUCTION);
        yard.deployments.restore(release, PRODUCTION, SERVICE, "v3");
        assertThat(yard.deployments.touched(release)).containsExactly(STAGING);
    }

    @EveryDatabase
    void recordsWhenALaterGoodReleaseMendsAFailedOne(Database database) {
        var yard = new Yard(database);
        var failed = yard.world.release("1.0.0");
        yard.target.failWith("no");
        yard.stage(failed, "v1");
        yard.target.mend();

        assertThat(yard.recovered(failed)).isFalse();
        yard.stage(yard.world.release("1.0.1"), "v2");
        assertThat(yard.recovered(failed)).isTrue();
    }

    @EveryDatabase
    void recordsThatAReworkMendsWhatWasThereBefore(Database database) {
        var yard = new Yard(database);
        var before = yard.alreadyThere("1.0.0");
        var planned = yard.alreadyThere("1.1.0");
        assertThat(yard.recovered(before)).isFalse();

        yard.stage(yard.world.release("1.1.1", false, ""), "v3");

        assertThat(yard.recovered(planned)).isTrue();
        assertThat(yard.recovered(before)).isFalse();
    }
}
