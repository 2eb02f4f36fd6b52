package dev.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.catalog.TargetDescription;
import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Remove;
import dev.slipway.deployment.spi.Report;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServiceTests {

    @TempDir
    static Path folder;

    private static Workplace demo;
    private static TargetDescription place;

    @BeforeAll
    static void prepare() {
        demo = new Workplace(folder);
        place = demo.place(demo.build("payments", "1.0.0"), 2);
    }

    @AfterEach
    void stopEverything() {
        demo.target.remove(new Remove(place, UUID.randomUUID().toString()), demo);
    }

    @Test
    void answersAsTheVersionThatWasInstalled() throws Exception {
        assertThat(install("1.0.0", 100)).isEqualTo(new Outcome.Done());
        assertThat(demo.version(1)).isEqualTo("1.0.0");
        assertThat(demo.ask(1, "/methods").body()).isEqualTo("card\n");

        assertThat(install("1.1.0", 50)).isEqualTo(new Outcome.Done());
        assertThat(demo.version(1)).isEqualTo("1.1.0");
        assertThat(demo.version(2)).isEqualTo("1.0.0");
        assertThat(demo.target.probe(place)).isEqualTo(new Report.Running(Set.of("1.0.0", "1.1.0"), 50));

        assertThat(install("1.1.0", 100)).isEqualTo(new Outcome.Done());
        assertThat(demo.version(2)).isEqualTo("1.1.0");
        assertThat(demo.ask(1, "/methods").body()).isEqualTo("card, bank transfer\n");
        assertThat(demo.log()).contains("instance 1 of 2 answers as 1.1.0 already");
    }

    @Test
    void looksHealthyAtFirstAndThenFails() throws Exception {
        assertThat(install("1.2.0", 50)).isEqualTo(new Outcome.Done());
        assertThat(demo.ask(1, "/health").statusCode()).isEqualTo(200);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> demo.ask(1, "/health").statusCode() == 500);
        assertThat(demo.ask(1, "/health").body()).contains("no connection to the bank");
    }

    @Test
    void comesUpAgainAfterItWasStoppedOrKilled() throws Exception {
        var artifact = demo.build("payments", "1.0.0");
        install("1.0.0", 100);
        var script = new ServiceScript(demo.scripts.target(), place);
        var ready = Files.readString(Path.of(place.settings().get("variable.DEMO_PLACE"), "1", "ready"));
        ProcessHandle.of(Long.parseLong(ready.strip().split(" ")[1]))
                .orElseThrow()
                .destroyForcibly();
        await().until(() -> demo.target.probe(place).equals(new Report.Running(Set.of("1.0.0"), 50)));

        script.up("1.0.0", artifact);
        assertThat(demo.target.probe(place)).isEqualTo(new Report.Running(Set.of("1.0.0"), 100));

        script.down();
        assertThatThrownBy(() -> demo.version(2)).isInstanceOf(ConnectException.class);
        script.up("1.0.0", artifact);
        assertThat(demo.version(2)).isEqualTo("1.0.0");
    }

    @Test
    void isInstalledAfreshWhereThePlaceWasLost() throws Exception {
        new ServiceScript(demo.scripts.target(), place).up("1.1.0", demo.build("payments", "1.1.0"));

        assertThat(demo.version(2)).isEqualTo("1.1.0");
    }

    @Test
    void saysWhyItDoesNotStart() throws Exception {
        var broken = Files.writeString(folder.resolve("broken.jar"), "not a jar");
        var artifact = new Artifact(place.component(), broken.toUri(), new Digest("a".repeat(64)));

        assertThat(demo.install(place, "9.9.9", artifact, 100))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("did not start", "jar"));
    }

    private Outcome install(String version, int share) {
        return demo.install(place, version, demo.build("payments", version), share);
    }
}
