package dev.slipway.deployment;

import static dev.slipway.deployment.World.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.environment.Occupancy;
import dev.slipway.release.ReleaseId;

class RestoreTests {

    @EveryDatabase
    void putsBackWhatWasThereBeforeTheFirstMove(Database database) {
        var yard = new Yard(database);
        var before = yard.alreadyThere("1.0.0");
        var release = yard.world.release("1.1.0");
        yard.stage(release, "v1");

        assertThat(yard.unstage(release, "v2"))
                .isInstanceOfSatisfying(
                        Moving.Moved.class,
                        moved -> assertThat(moved.move())
                                .satisfies(move -> assertThat(move.direction()).isEqualTo(Move.Direction.BACK))
                                .satisfies(move -> assertThat(move.previous()).isEqualTo("1.1.0"))
                                .satisfies(move -> assertThat(move.artifact()).isEqualTo(World.digest("1.0.0"))));
        assertThat(yard.world.occupancy(STAGING, World.SERVICE))
                .map(Occupancy::release)
                .contains(before);
        assertThat(yard.moves.of(release).get(0).recoveredAt()).isNotNull();
    }

    @EveryDatabase
    void removesTheComponentWhereNothingWas(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.stage(release, "v1");

        assertThat(yard.unstage(release, "v2")).isInstanceOf(Moving.Moved.class);
        assertThat(yard.target.acts()).endsWith("remove");
        assertThat(yard.world.version(STAGING)).isEmpty();
    }

    @EveryDatabase
    void putsBackWhatAFailedMoveMayHaveBroken(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var release = yard.world.release("1.1.0");
        yard.target.failWith("half way");
        yard.stage(release, "v1");
        yard.target.mend();

        yard.unstage(release, "v2");

        assertThat(yard.target.acts()).containsExactly("install 1.0.0 on 100");
    }

    @EveryDatabase
    void hasNothingToDoWhereNothingWasMoved(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var release = yard.world.release("1.1.0");

        assertThat(yard.unstage(release, "v1"))
                .isInstanceOfSatisfying(
                        Moving.Moved.class,
                        moved -> assertThat(moved.move().version()).isEqualTo("1.0.0"));
        assertThat(yard.target.acts()).isEmpty();
        assertThat(yard.deployments.of(release)).isEmpty();
    }

    @EveryDatabase
    void leavesAloneWhatAnotherReleaseHasMovedSince(Database database) {
        var yard = new Yard(database);
        var release = yard.alreadyThere("1.0.0");
        yard.alreadyThere("1.1.0");
        yard.world.claim(STAGING, release);

        yard.unstage(release, "v1");

        assertThat(yard.target.acts()).isEmpty();
        assertThat(yard.world.version(STAGING)).contains("1.1.0");
    }

    @EveryDatabase
    void claimsAgainWhatItHasGivenUp(Database database) {
        var yard = new Yard(database);
        var release = yard.alreadyThere("1.0.0");
        yard.world.free(STAGING);

        assertThat(yard.unstage(release, "v1")).isInstanceOf(Moving.Moved.class);
        assertThat(yard.world.holds(release, STAGING)).isTrue();
    }

    @EveryDatabase
    void doesNotInterfereWithTheReleaseThatHoldsTheEnvironment(Database database) {
        var yard = new Yard(database);
        var release = yard.alreadyThere("1.0.0");
        yard.world.claim(STAGING, new ReleaseId("payments-1.1.0"));

        assertThat(yard.unstage(release, "v1"))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains("held by payments-1.1.0"));
    }

    @EveryDatabase
    void saysWhyTheOldVersionCannotBeHad(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var release = yard.world.release("1.1.0");
        yard.stage(release, "v1");
        yard.world.lose("1.0.0");

        assertThat(yard.unstage(release, "v2"))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains("1.0.0.jar cannot be had"));
    }

    @EveryDatabase
    void putsBackWhatWasAdopted(Database database) {
        var yard = new Yard(database);
        var baseline = new ReleaseId("payments-0.9.0");
        yard.deployments.adopt(baseline, STAGING, "0.9.0", World.artifact("0.9.0"));
        yard.deployments.adopt(baseline, STAGING, "0.9.0", World.artifact("0.9.0"));
        var release = yard.world.release("1.0.0");
        yard.stage(release, "v1");

        yard.unstage(release, "v2");

        assertThat(yard.target.acts()).containsExactly("install 1.0.0 on 100", "install 0.9.0 on 100");
        assertThat(yard.world.version(STAGING)).contains("0.9.0");
    }

    @EveryDatabase
    void takesBackWhatAReleaseBroughtThatHasEnded(Database database) {
        var yard = new Yard(database);
        var before = yard.alreadyThere("1.0.0");
        var ended = yard.alreadyThere("1.1.0");
        yard.world.free(STAGING);
        var sequel = yard.world.takingBack(ended);

        assertThat(yard.unstage(sequel, "v1")).isInstanceOf(Moving.Moved.class);

        assertThat(yard.world.version(STAGING)).contains("1.0.0");
        assertThat(yard.world.occupancy(STAGING, World.SERVICE))
                .map(Occupancy::release)
                .contains(before);
        assertThat(yard.recovered(ended)).isTrue();
        assertThat(yard.deployments.standing(ended))
                .extracting(Standing::state, Standing::now)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Standing.State.BACK, "1.0.0"));
        yard.unstage(sequel, "v2");
        assertThat(yard.target.acts()).as("once").hasSize(1);
    }

    @EveryDatabase
    void triesAgainWhatCouldNotBeTakenBack(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var ended = yard.alreadyThere("1.1.0");
        yard.world.free(STAGING);
        var sequel = yard.world.takingBack(ended);
        yard.target.failWith("no room");
        assertThat(yard.unstage(sequel, "v1")).isInstanceOf(Moving.Refused.class);
        assertThat(yard.deployments.standing(ended))
                .extracting(Standing::state, Standing::reason)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Standing.State.STUCK, "no room"));

        yard.target.mend();
        yard.unstage(sequel, "v2");

        assertThat(yard.world.version(STAGING)).contains("1.0.0");
    }

    @EveryDatabase
    void isNotHinderedByOneThatLeftEverythingAsItWas(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        var release = yard.alreadyThere("1.1.0");
        var drill = yard.alreadyThere("1.2.0");
        yard.unstage(drill, "back");
        yard.world.claim(STAGING, release);
        assertThat(yard.deployments.standing(release))
                .extracting(Standing::state)
                .containsExactly(Standing.State.THERE);

        yard.unstage(release, "v1");

        assertThat(yard.world.version(STAGING)).contains("1.0.0");
    }
}
