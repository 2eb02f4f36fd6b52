package dev.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.deployment.nginx.Load;
import dev.slipway.deployment.nginx.RealNginx;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Shift;
import dev.slipway.deployment.spi.Target;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Real services behind a real nginx that passes every request once ({@code proxy_next_upstream off}, {@code max_fails=0}): a fault of an instance is a fault that
 * users see.
 */
@EnabledIf(value = "dev.slipway.deployment.nginx.RealNginx#isInstalled", disabledReason = "nginx is not installed")
class NoRequestFailsTests {

    @TempDir
    static Path folder;

    private static Workplace demo;
    private static RealNginx nginx;
    private static ConfigurableApplicationContext adapters;
    private static Target target;
    private static TargetDescription place;
    private static Artifact old;
    private static Artifact fresh;

    @BeforeAll
    static void start() throws Exception {
        demo = new Workplace(folder);
        old = demo.build("payments", "1.0.0");
        fresh = demo.artifacts.artifact("payments", "1.1.0");
        nginx = new RealNginx(folder.resolve("nginx"));
        place = demo.behind(nginx, old.component());
        adapters = Workplace.adapters(folder);
        target = adapters.getBean("nginxTarget", Target.class);
    }

    @BeforeEach
    void everybodyHasTheOldVersion() {
        install(old, "1.0.0", 100, 100, false);
    }

    @AfterAll
    static void stop() throws Exception {
        target.remove(new Remove(place, "end"), demo);
        nginx.close();
        adapters.close();
    }

    @Test
    void whileInstancesFollowOneAnother() throws Exception {
        try (var users = new Load(nginx.url())) {
            install(fresh, "1.1.0", 50, 50, false);
            install(fresh, "1.1.0", 100, 50, false);
            install(old, "1.0.0", 100, 50, false);

            saw(users);
        }
    }

    @Test
    void whileUsersAreSwitchedOverAndBack() throws Exception {
        try (var users = new Load(nginx.url())) {
            install(fresh, "1.1.0", 100, 100, true);
            shift(100);
            install(old, "1.0.0", 100, 100, false);

            saw(users);
        }
        assertThat(target.probe(place)).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));
    }

    @Test
    void whileUsersMoveBySmallShares() throws Exception {
        try (var users = new Load(nginx.url())) {
            install(fresh, "1.1.0", 100, 100, true);
            assertThat(users.answered("1.1.0")).isZero();
            shift(10);
            pause(users, 300);
            shift(50);
            pause(users, 300);
            shift(100);
            assertThat(target.remove(new Remove(place, UUID.randomUUID().toString(), "1.1.0"), demo))
                    .isEqualTo(new Outcome.Done());

            saw(users);
        }
        assertThat(target.probe(place)).isEqualTo(new Report.Running(Set.of("1.1.0"), 100));
    }

    private static void saw(Load users) throws InterruptedException {
        pause(users, 100);
        assertThat(users.failures()).as("of " + users.total() + " requests").isEmpty();
        assertThat(users.answered("1.0.0")).isPositive();
        assertThat(users.answered("1.1.0")).isPositive();
        System.out.println(users.total() + " requests, none failed");
    }

    /** Until so many more have been answered. */
    private static void pause(Load users, int requests) throws InterruptedException {
        var wanted = users.total() + requests;
        while (users.total() < wanted) {
            Thread.sleep(10);
        }
    }

    private static void install(Artifact artifact, String version, int share, int unavailable, boolean beside) {
        var move = new Install(
                place,
                UUID.randomUUID().toString(),
                version,
                Path.of(artifact.location()),
                artifact.digest(),
                share,
                unavailable,
                beside);
        assertThat(target.install(move, demo)).as(demo::log).isEqualTo(new Outcome.Done());
    }

    private void shift(int share) {
        var move = new Shift(place, UUID.randomUUID().toString(), "1.1.0", fresh.digest(), share);
        assertThat(target.shift(move, demo)).as(demo::log).isEqualTo(new Outcome.Done());
    }
}
