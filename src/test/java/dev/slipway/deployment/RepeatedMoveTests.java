package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.TryAgain;

class RepeatedMoveTests {

    @EveryDatabase
    void keepsTheIntentOpenWhileItMayBeTriedAgain(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.target.breakDown(new TryAgain("busy, token: abc123456"), false);

        assertThatThrownBy(() -> yard.stage(release, "v1"))
                .isInstanceOf(TryAgain.class)
                .hasMessage("busy, token: ****");
        assertThat(yard.deployments.of(release)).extracting(Move::status).containsExactly(Move.Status.INTENDED);

        yard.target.mend();
        assertThat(yard.stage(release, "v1")).isInstanceOf(Moving.Moved.class);
        assertThat(yard.deployments.of(release)).hasSize(1);
        assertThat(database.published(DeploymentEvent.Intended.class)).hasSize(1);
    }

    @EveryDatabase
    void believesTheTargetThatTheWorkIsDone(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.target.breakDown(new IllegalStateException("the connection was lost"), true);
        assertThatThrownBy(() -> yard.stage(release, "v1")).isInstanceOf(IllegalStateException.class);
        yard.target.mend();

        assertThat(yard.stage(release, "v1")).isInstanceOf(Moving.Moved.class);
        assertThat(yard.target.acts()).containsExactly("install 1.0.0 on 100");
    }

    @EveryDatabase
    void takesTheResultOfAnEarlierAttempt(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.target.breakDown(new IllegalStateException("killed"), false);
        assertThatThrownBy(() -> yard.stage(release, "v1")).isInstanceOf(IllegalStateException.class);
        yard.target.remember("v1", new Outcome.Failed("it did not start"));

        assertThat(yard.stage(release, "v1")).isEqualTo(new Moving.Refused("it did not start"));
    }

    @EveryDatabase
    void endsWhatNobodyCameBackForBeforeItMovesTheSameSpot(Database database) {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        yard.target.breakDown(new IllegalStateException("killed"), true);
        assertThatThrownBy(() -> yard.stage(release, "v1")).isInstanceOf(IllegalStateException.class);
        yard.target.mend();

        yard.unstage(release, "v2");

        assertThat(yard.deployments.of(release))
                .extracting(Move::status)
                .containsExactly(Move.Status.FAILED, Move.Status.DONE);
        assertThat(yard.target.acts()).containsExactly("install 1.0.0 on 100", "remove");
    }

    @EveryDatabase
    void startsNothingBesideAnotherHostBeforeItsTimeIsOver(Database database) {
        var elsewhere = new Yard(database, "elsewhere");
        var release = elsewhere.world.release("1.0.0");
        elsewhere.target.breakDown(new IllegalStateException("the host is gone"), false);
        assertThatThrownBy(() -> elsewhere.stage(release, "v1")).isInstanceOf(IllegalStateException.class);
        var yard = new Yard(database);
        yard.world.release("1.0.0");

        assertThat(yard.stage(release, "v1")).isInstanceOf(Moving.Moved.class);
        assertThat(yard.log.read("v1", 0).get(1).text()).contains("This move was begun on elsewhere");
    }

    @EveryDatabase
    void startsNothingBesideAProcessThatIsOnRecordAndLives(Database database) throws Exception {
        var yard = new Yard(database);
        var release = yard.world.release("1.0.0");
        var process = new ProcessBuilder("sleep", "1").start();
        yard.target.workAs(process.toHandle());
        yard.target.breakDown(new IllegalStateException("killed"), false);
        assertThatThrownBy(() -> yard.stage(release, "v1")).isInstanceOf(IllegalStateException.class);
        yard.target.mend();

        assertThat(yard.stage(release, "v1")).isInstanceOf(Moving.Moved.class);
        assertThat(process.isAlive()).isFalse();
        assertThat(yard.log.read("v1", 0).get(1).text()).contains("This move was begun on here");
    }
}
