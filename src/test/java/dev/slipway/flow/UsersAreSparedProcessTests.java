package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.nginx.Load;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole flows with a real nginx in production, while users ask all the time. {@code -Dspared.slow=rolling,blue-green,canary,flagged} tries a slow version with
 * each of these strategies.
 */
@EnabledIf(value = "dev.slipway.deployment.nginx.RealNginx#isInstalled", disabledReason = "nginx is not installed")
class UsersAreSparedProcessTests extends ProcessTest {

    private static final int FEW = 10;
    private static final List<String> LONG_LOOKS = List.of(
            "Activity_WatchBeside", "Activity_WatchAfterSwitch", "Activity_WatchInTheDark", "Activity_WatchProduction");
    private static final Duration SOAK = Duration.ofMillis(2500);

    private SlotServers servers;

    @BeforeEach
    void goBehindNginx() throws Exception {
        servers = new SlotServers(folder.resolve("production"));
        product.on("production", servers.target(product.key()));
        released("1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        servers.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling", "blue-green", "canary", "flagged"})
    void everybodyComesToAGoodVersionAndNobodyStaysWithABadOne(String strategy) throws Exception {
        try (var users = new Load(servers.url())) {
            var good = begin(strategy, "2.0.0", Duration.ZERO);
            untilItEnds(good);

            flows.expect(good, State.RELEASED);
            assertThat(users.failures()).as("of " + users.total()).isEmpty();
            assertThat(users.versions()).containsExactlyInAnyOrder("1.0.0", "2.0.0");
        }
        servers.faulty("3.0.0");
        try (var users = new Load(servers.url())) {
            var bad = begin(strategy, "3.0.0", SOAK);
            untilItEnds(bad);

            flows.expect(bad, State.ROLLED_BACK);
            assertThat(flows.release(bad).outcome()).contains("did not answer /health well");
            assertThat(users.percentFailed()).isLessThan(FEW);
            System.out.println(strategy + ": " + users.failures().size() + " of " + users.total() + " failed");
        }
        everybodyHas("2.0.0");
    }

    static Stream<String> slowStrategies() {
        return Stream.of(System.getProperty("spared.slow", "canary").split(","));
    }

    /** It is as fast as all others until users have come to it: in the dark, and before a switch, it shows nothing. */
    @ParameterizedTest
    @MethodSource("slowStrategies")
    void nobodyStaysWithAVersionThatIsTwiceAsSlow(String strategy) throws Exception {
        servers.tires("2.0.0");
        try (var users = new Load(servers.url())) {
            var slow = begin(strategy, "2.0.0", SOAK.multipliedBy(2));
            untilItEnds(slow);

            flows.expect(slow, State.ROLLED_BACK);
            assertThat(flows.release(slow).outcome()).contains("slower than the version before");
            assertThat(shares(slow))
                    .contains(strategy.equals("blue-green") ? 100 : FEW)
                    .hasSize(1);
            assertThat(users.failures()).isEmpty();
            System.out.println(strategy + ": " + users.answered("2.0.0") + " of " + users.total()
                    + " answered slowly, none failed");
        }
        everybodyHas("1.0.0");
    }

    /** What of the users, or of the instances, it was given. */
    private List<Integer> shares(ReleaseId id) {
        return flows.bean(Deployments.class).of(id).stream()
                .filter(move -> move.environment().value().equals("production"))
                .filter(move -> move.direction() == Move.Direction.FORWARD && move.kind() != Move.Kind.BESIDE)
                .map(Move::share)
                .toList();
    }

    private ReleaseId begin(String strategy, String version, Duration soak) {
        var stages = strategy.equals("blue-green")
                ? List.<Stage>of()
                : List.of(new Stage(FEW, soak), new Stage(100, Duration.ZERO));
        return flows.open(product.delivered(new Delivery(strategy, stages, Duration.ZERO, 50))
                .version(version));
    }

    private void untilItEnds(ReleaseId id) {
        for (var round = 0; round < 500 && round(id); round++) {}
    }

    /** Only what the model itself looks at for long is hurried on. */
    private boolean round(ReleaseId id) {
        flows.go(id);
        flows.jobs(id)
                .filter(job -> job.getDuedate() != null)
                .forEach(timer -> flows.engine.getManagementService().executeJob(timer.getId()));
        if (LONG_LOOKS.stream().anyMatch(look -> isIn(id, look)) && (!servers.isTiring() || hasShown(id))) {
            flows.letTheWatchPass(id);
        }
        return !flows.all(id).isEmpty();
    }

    /** Whether it was seen to be slow so often that looking longer would say the same. */
    private boolean hasShown(ReleaseId id) {
        return flows.bean(JdbcClient.class)
                        .sql("select max(slow) from flow_visit where release_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single()
                > 1;
    }

    private boolean isIn(ReleaseId id, String activity) {
        return flows.engine
                        .getRuntimeService()
                        .createExecutionQuery()
                        .processInstanceBusinessKey(id.value())
                        .activityId(activity)
                        .count()
                > 0;
    }

    private void everybodyHas(String version) throws Exception {
        try (var users = new Load(servers.url())) {
            while (users.total() < 50) {
                Thread.sleep(10);
            }
            assertThat(users.versions()).containsExactly(version);
            assertThat(users.failures()).isEmpty();
        }
    }
}
