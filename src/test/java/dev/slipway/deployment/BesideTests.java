package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.deployment.spi.TryAgain;
import dev.slipway.release.ReleaseId;

class BesideTests {

    private static final ReleaseId RELEASE = new ReleaseId("payments-1.1.0");

    @EveryDatabase
    void movesUsersWhereTwoVersionsCanStandBesideEachOther(Database database) {
        var yard = yard(database);
        var release = yard.world.release("1.1.0");

        beside(yard, "b");
        assertThat(yard.world.version(World.STAGING)).contains("1.0.0");
        shift(yard, 25, "s25");
        shift(yard, 100, "s100");
        retire(yard, "r");

        assertThat(yard.target.acts())
                .containsExactly(
                        "install 1.1.0 beside", "lead 25 to 1.1.0", "lead 100 to 1.1.0", "remove all but 1.1.0");
        assertThat(yard.world.version(World.STAGING)).contains("1.1.0");
        assertThat(yard.deployments.of(release))
                .extracting(Move::kind)
                .containsExactly(Move.Kind.BESIDE, Move.Kind.SHIFT, Move.Kind.SHIFT, Move.Kind.RETIRE);
        assertThat(yard.deployments.of(release)).extracting(Move::share).containsExactly(0, 25, 100, 100);
        assertThat(yard.deployments.before(release, World.STAGING, World.SERVICE))
                .contains("1.0.0");
    }

    @EveryDatabase
    void movesInstancesWhereTheyCannot(Database database) {
        var yard = new Yard(database);
        yard.alreadyThere("1.0.0");
        yard.world.release("1.1.0");

        beside(yard, "b");
        shift(yard, 25, "s25");
        shift(yard, 100, "s100");
        retire(yard, "r");

        assertThat(yard.target.acts()).containsExactly("install 1.1.0 on 25", "install 1.1.0 on 100");
    }

    @EveryDatabase
    void leadsEverybodyBackFromAnyMiddle(Database database) {
        var yard = yard(database);
        var release = yard.world.release("1.1.0");
        beside(yard, "b");
        assertThat(yard.deployments.touched(release)).containsExactly(World.STAGING);
        shift(yard, 25, "s25");

        assertThat(yard.unstage(release, "back")).isInstanceOf(Moving.Moved.class);

        assertThat(yard.target.acts()).last().isEqualTo("install 1.0.0 on 100");
        assertThat(yard.world.version(World.STAGING)).contains("1.0.0");
        assertThat(yard.deployments.touched(release)).isEmpty();
    }

    @EveryDatabase
    void makesNoMoveTwice(Database database) {
        var yard = yard(database);
        yard.world.release("1.1.0");
        yard.target.breakDown(new TryAgain("lost"), true);
        assertThatThrownBy(() -> beside(yard, "b")).isInstanceOf(TryAgain.class);
        yard.target.mend();

        beside(yard, "b");
        shift(yard, 25, "s25");
        shift(yard, 25, "s25");

        assertThat(yard.target.acts()).containsExactly("install 1.1.0 beside", "lead 25 to 1.1.0");
    }

    @EveryDatabase
    void saysWhyUsersCouldNotBeMoved(Database database) {
        var yard = yard(database);
        var release = yard.world.release("1.1.0");
        beside(yard, "b");
        yard.target.failWith("the proxy is on fire");

        var moving = yard.deployments.shift(release, World.STAGING, World.SERVICE, 25, "s25");

        assertThat(moving).isEqualTo(new Moving.Refused("the proxy is on fire"));
        assertThat(yard.world.version(World.STAGING)).contains("1.0.0");
    }

    private static Yard yard(Database database) {
        var yard = new Yard(database);
        yard.target.holdTwo();
        yard.alreadyThere("1.0.0");
        return yard;
    }

    private static void beside(Yard yard, String visit) {
        moved(yard.deployments.installBeside(RELEASE, World.STAGING, World.SERVICE, visit));
    }

    private static void shift(Yard yard, int share, String visit) {
        moved(yard.deployments.shift(RELEASE, World.STAGING, World.SERVICE, share, visit));
    }

    private static void retire(Yard yard, String visit) {
        moved(yard.deployments.removeOld(RELEASE, World.STAGING, World.SERVICE, visit));
    }

    private static void moved(Moving moving) {
        assertThat(moving).isInstanceOf(Moving.Moved.class);
    }
}
