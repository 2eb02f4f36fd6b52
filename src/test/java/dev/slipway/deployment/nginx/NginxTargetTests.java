package dev.slipway.deployment.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.TwoVersionsContractTests;
import dev.slipway.deployment.command.CommandTargets;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;

/** Against a real nginx, in front of slots made of files. */
@EnabledIf(value = "dev.slipway.deployment.nginx.RealNginx#isInstalled", disabledReason = "nginx is not installed")
class NginxTargetTests extends TwoVersionsContractTests {

    private static final Path SCRIPT =
            Path.of("src/test/resources/deployment/target.sh").toAbsolutePath();

    @TempDir
    Path folder;

    @TempDir
    static Path home;

    private static RealNginx nginx;
    private NginxTarget target;

    @BeforeAll
    static void start() throws Exception {
        nginx = new RealNginx(home.resolve("nginx"));
    }

    @BeforeEach
    void makeTarget() throws Exception {
        nginx.forget();
        var command = CommandTargets.in(folder);
        target = new NginxTarget(new ObjectProvider<>() {
            @Override
            public Stream<Target> stream() {
                return Stream.of(command);
            }
        });
        Files.writeString(folder.resolve("good"), "good");
        Files.writeString(folder.resolve("bad"), "refused");
    }

    @AfterAll
    static void stop() throws Exception {
        nginx.close();
    }

    @Override
    protected Target target() {
        return target;
    }

    @Override
    protected TargetDescription place() {
        return place(Map.of());
    }

    @Override
    protected Path artifact() {
        return folder.resolve("good");
    }

    @Override
    protected Path refusedArtifact() {
        return folder.resolve("bad");
    }

    @Test
    void givesEverySlotExactlyItsShare() throws IOException {
        var uneven = place(Map.of("green", "127.0.0.1:1 127.0.0.1:2 127.0.0.1:3"));
        var settings = NginxSettings.of(uneven);
        var slots = settings.slots();

        var text = Weights.NONE.led(slots.get(1), 10, slots.get(0)).write(settings);

        assertThat(text.lines().filter(line -> line.contains("weight=27 "))).hasSize(4);
        assertThat(text.lines().filter(line -> line.contains("weight=4 "))).hasSize(3);
    }

    @Test
    void saysWhereEachVersionAnswersWhileInstancesAreChangedByTurns() {
        target.install(install("v1", "1.0.0", 100), recorder);
        target.install(install("v2", "1.1.0", 50), recorder);

        var servers = NginxSettings.of(place()).slots().get(0).servers();
        assertThat(target.apart(place(), "1.1.0")).contains("http://" + servers.get(0));
        assertThat(target.apart(place(), "1.0.0")).contains("http://" + servers.get(servers.size() - 1));
    }

    @Test
    void doesNotBelieveAFileThatNginxWasNotToldOf() throws IOException {
        target.install(install("v1", "1.0.0", 100), recorder);
        Files.writeString(nginx.upstream(), Files.readString(nginx.upstream()).replace("blue=100", "blue=99"));

        assertThat(target.probe(place())).isInstanceOf(Report.Unknown.class);
        assertThat(target.install(install("v2", "1.0.0", 100), recorder)).isEqualTo(new Outcome.Done());
        assertThat(target.probe(place())).isInstanceOf(Report.Running.class);
    }

    @Test
    void leavesUsersWhereTheyAreWhenNginxRefuses() throws IOException {
        target.install(install("v1", "1.0.0", 100), recorder);
        var before = Files.readString(nginx.upstream());
        var wrong = place(Map.of("directives", "no such thing;"));

        var outcome = target.install(new Install(wrong, "v2", "1.1.0", artifact(), DIGEST, 100), recorder);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("unknown directive"));
        assertThat(nginx.upstream()).hasContent(before);
    }

    @Test
    void explainsEverySettingThatIsWrong() {
        var wrong = place(Map.of("file", "", "drain", "soon", "colour", "red", "green", ""));

        assertThat(target.flaws(wrong)).hasSize(4).anyMatch(flaw -> flaw.contains("'colour' is unknown"));
        assertThat(target.flaws(place(Map.of("slot.install", ""))))
                .anyMatch(flaw -> flaw.startsWith("slot blue: setting 'install' is missing"));
        assertThat(target.flaws(place(Map.of("installer", "nginx"))))
                .containsExactly("setting 'installer' names no adapter that could fill a slot: nginx");
    }

    private TargetDescription place(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "file",
                nginx.upstream().toString(),
                "nginx",
                nginx.command(),
                "pid",
                nginx.pid().toString(),
                "blue",
                "127.0.0.1:9001 127.0.0.1:9002 127.0.0.1:9003 127.0.0.1:9004",
                "green",
                "127.0.0.1:9101 127.0.0.1:9102 127.0.0.1:9103 127.0.0.1:9104",
                "slot.install",
                "sh " + SCRIPT + " install",
                "slot.remove",
                "sh " + SCRIPT + " remove",
                "slot.probe",
                "sh " + SCRIPT + " probe",
                "blue.variable.PLACE",
                folder.resolve("blue").toString(),
                "green.variable.PLACE",
                folder.resolve("green").toString()));
        settings.putAll(more);
        return new TargetDescription(
                new EnvironmentKey("staging"), ComponentKey.parse("payments/service"), "nginx", settings, nginx.url());
    }
}
