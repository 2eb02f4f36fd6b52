package dev.slipway.deployment;

import static dev.slipway.deployment.World.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.context.Hook;
import dev.slipway.context.Opening;
import dev.slipway.context.SecretReference;
import dev.slipway.context.Snapshot;
import dev.slipway.context.Snapshot.SnapshotFile;
import dev.slipway.context.Snapshot.SnapshotHook;
import dev.slipway.deployment.spi.Equipment.SuppliedFile;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.deployment.spi.TryAgain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class EquippedMoveTests {

    private static final SecretReference PASSWORD = new SecretReference("shared", "PASSWORD", 1);
    private static final String VALUE = "hunter2-and-more";

    private String visit = "";

    /** Runs of commands are remembered by their visit. */
    @BeforeEach
    void newVisit() {
        visit = UUID.randomUUID().toString();
    }

    @EveryDatabase
    void handsToTheTargetWhatContextsGive(Database database) {
        var yard = yard(database, snapshot("debug"));

        yard.stage(yard.world.release("1.0.0"), visit);

        assertThat(yard.target.equipment().variables()).containsEntry("LEVEL", "debug");
        assertThat(yard.target.equipment().secrets()).containsEntry("PASSWORD", VALUE);
        assertThat(yard.target.equipment().files())
                .containsExactly(new SuppliedFile("etc/password", VALUE, true, false));
    }

    @EveryDatabase
    void aRollBackRestoresWhatTheEarlierDeploymentWasMadeWith(Database database) {
        var yard = yard(database, snapshot("debug"));
        yard.alreadyThere("1.0.0");
        yard.world.surroundings = snapshot("warn");
        var release = yard.world.release("1.1.0");
        yard.stage(release, visit + "a");
        assertThat(yard.target.equipment().variables()).containsEntry("LEVEL", "warn");

        yard.unstage(release, visit + "b");

        assertThat(yard.target.equipment().variables()).containsEntry("LEVEL", "debug");
        assertThat(database.jdbc()
                        .sql("select configuration from deployment_move order by id")
                        .query(String.class)
                        .list())
                .satisfies(digests -> assertThat(digests.get(0)).isEqualTo(digests.get(2)))
                .satisfies(digests -> assertThat(digests.get(0)).isNotEqualTo(digests.get(1)));
    }

    @EveryDatabase
    void takesAwayWithWhatPutItThere(Database database) {
        var yard = yard(database, snapshot("debug"));
        var release = yard.world.release("1.0.0");
        yard.stage(release, visit + "a");
        yard.world.surroundings = snapshot("warn");

        yard.unstage(release, visit + "b");

        assertThat(yard.target.acts()).endsWith("remove");
        assertThat(yard.target.equipment().variables()).containsEntry("LEVEL", "debug");
    }

    @EveryDatabase
    void doesNotMoveWithoutASecretThatContextsName(Database database) {
        var yard = yard(database, snapshot("debug"));
        yard.world.opening = new Opening.Missing(List.of("Nobody has given it a value."));

        assertThat(yard.stage(yard.world.release("1.0.0"), visit))
                .isEqualTo(new Moving.Refused("Nobody has given it a value."));
        assertThat(yard.target.acts()).isEmpty();
    }

    @EveryDatabase
    void runsHooksAroundTheMoveAndMasksWhatTheySay(Database database) {
        var yard = yard(
                database,
                hooked(
                        hook(
                                "migrate",
                                Hook.When.BEFORE,
                                "printf '%s' \"$PASSWORD\" | base64; cat \"$SLIPWAY_FILES/etc/password\"; echo; echo \"$SLIPWAY_STEP $SLIPWAY_VERSION\""),
                        hook("warm", Hook.When.AFTER, "echo $LEVEL | tr a-z A-Z")));
        var release = yard.world.release("1.0.0");

        assertThat(yard.stage(release, visit)).isInstanceOf(Moving.Moved.class);

        assertThat(log(yard))
                .containsSubsequence(
                        "hook migrate of shared", "****", "****", "deploy 1.0.0", "installing", "hook warm", "DEBUG")
                .doesNotContain(VALUE)
                .doesNotContain("aHVudGVy");
    }

    @EveryDatabase
    void aHookThatFailsFailsTheMove(Database database) {
        var yard = yard(database, hooked(hook("migrate", Hook.When.BEFORE, "echo no $PASSWORD; exit 7")));

        assertThat(yard.stage(yard.world.release("1.0.0"), visit))
                .isEqualTo(new Moving.Refused("the hook migrate of the context shared, before the step, ended with exit"
                        + " code 7:\nno ****"));
        assertThat(yard.target.acts()).isEmpty();

        yard.world.surroundings = hooked(hook("warm", Hook.When.AFTER, "exit 1"));
        assertThat(yard.stage(yard.world.release("1.0.1"), visit + "b"))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains("warm", "after the step"));
        assertThat(yard.world.version(STAGING)).isEmpty();
    }

    @EveryDatabase
    void aHookThatTakesTooLongFailsTheMove(Database database) {
        var slow = new SnapshotHook(
                "shared", "slow", Hook.When.BEFORE, List.of(Hook.Step.DEPLOY), List.of("sleep", "30"), "", 1);
        var yard = yard(database, hooked(slow));

        assertThat(yard.stage(yard.world.release("1.0.0"), visit))
                .isInstanceOfSatisfying(
                        Moving.Refused.class,
                        refused -> assertThat(refused.reason()).contains("slow", "took longer than it may"));
    }

    @EveryDatabase
    void runsAHookOnceHoweverOftenTheMoveIsRepeatedAndWhereverThatIs(Database database, @TempDir Path folder)
            throws Exception {
        var book = folder.resolve("book");
        var here = yard(database, hooked(hook("migrate", Hook.When.BEFORE, "echo migrated >>" + book)));
        here.world.release("1.0.0");
        var there = new Yard(database, "there-" + visit);
        there.world.surroundings = here.world.surroundings;
        there.world.opening = here.world.opening;
        there.world.surroundings(new Spot(STAGING, World.SERVICE));
        var release = there.world.release("1.0.0");
        here.target.breakDown(new TryAgain("the disk is full"), false);

        assertThatThrownBy(() -> here.stage(release, visit)).isInstanceOf(TryAgain.class);
        assertThatThrownBy(() -> here.stage(release, visit)).isInstanceOf(TryAgain.class);
        assertThat(there.stage(release, visit)).isInstanceOf(Moving.Moved.class);

        assertThat(Files.readAllLines(book)).containsExactly("migrated");
        assertThat(log(there)).contains("hook migrate of shared has been run before");
        assertThat(database.published(DeploymentEvent.HookEnded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.facts().toString()).contains("hook=migrate", "when=before"));
        there.stage(there.world.release("1.0.1"), visit + "b");
        assertThat(Files.readAllLines(book)).as("another visit").hasSize(2);
    }

    @EveryDatabase
    void waitsForAHookThatAnotherMachineHasBegunUntilItIsCertainlyOver(Database database, @TempDir Path folder)
            throws Exception {
        var book = folder.resolve("book");
        var yard = yard(database, hooked(hook("migrate", Hook.When.BEFORE, "echo migrated >>" + book)));
        var release = yard.world.release("1.0.0");
        yard.target.breakDown(new TryAgain("the disk is full"), false);
        assertThatThrownBy(() -> yard.stage(release, visit)).isInstanceOf(TryAgain.class);
        yard.target.mend();
        database.jdbc()
                .sql("update deployment_hook set host = 'gone', ended_at = null")
                .update();

        assertThatThrownBy(() -> yard.stage(release, visit)).isInstanceOf(NotYet.class);
        assertThat(yard.target.acts()).isEmpty();
        database.jdbc()
                .sql("update deployment_hook set begun_at = begun_at - interval '1' hour")
                .update();

        assertThat(yard.stage(release, visit)).isInstanceOf(Moving.Moved.class);
    }

    private static Yard yard(Database database, Snapshot snapshot) {
        var yard = new Yard(database);
        yard.world.surroundings = snapshot;
        yard.world.opening = new Opening.Opened(Map.of(PASSWORD, VALUE), List.of());
        return yard;
    }

    private static Snapshot snapshot(String level) {
        return snapshot(level, List.of());
    }

    private static Snapshot hooked(SnapshotHook... hooks) {
        return snapshot("debug", List.of(hooks));
    }

    private static Snapshot snapshot(String level, List<SnapshotHook> hooks) {
        return new Snapshot(
                new TreeMap<>(Map.of("LEVEL", level)),
                new TreeMap<>(Map.of("PASSWORD", PASSWORD)),
                List.of(new SnapshotFile("etc/password", "", PASSWORD, false)),
                hooks);
    }

    private static SnapshotHook hook(String name, Hook.When when, String script) {
        return new SnapshotHook("shared", name, when, List.of(Hook.Step.DEPLOY), List.of("sh", "-c", script), "", 60);
    }

    private String log(Yard yard) {
        return yard.log.read(visit, 0).stream().map(WorkLog.Chunk::text).collect(Collectors.joining());
    }
}
