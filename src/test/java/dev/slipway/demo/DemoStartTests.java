package dev.slipway.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Ports;
import dev.slipway.Slipway;
import dev.slipway.identity.Acting;
import dev.slipway.release.ReleaseQuery;
import dev.slipway.release.Releases;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The demo as the README starts it, but with web applications and an engine's name as in {@link dev.slipway.RestartTests}. */
class DemoStartTests {

    @TempDir
    Path folder;

    @Test
    void opensOneReleaseInEachFlowAndLeavesThemAloneWhenItIsStartedLater() {
        try (var slipway = start()) {
            var opened = releases(slipway);
            assertThat(opened)
                    .containsExactlyInAnyOrder(
                            "ledger-1.1.0 traditional-release",
                            "storefront-1.1.0 agile-release",
                            "payments-1.1.0 devops-release");

            hoursLater(slipway).ensure();

            assertThat(releases(slipway)).isEqualTo(opened);
        }
    }

    /** Its target dates are counted from another hour, so it would plan something else. */
    private static DemoReleases hoursLater(ApplicationContext slipway) {
        return new DemoReleases(
                slipway.getBean(DemoArtifacts.class),
                slipway.getBean(Releases.class),
                slipway.getBean(Acting.class),
                Clock.offset(Clock.systemUTC(), Duration.ofHours(3)));
    }

    private static List<String> releases(ApplicationContext slipway) {
        return slipway.getBean(Releases.class).page(new ReleaseQuery(Set.of(), null, "", null, 100)).stream()
                .map(release -> release.id() + " " + release.flow())
                .toList();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Slipway.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("slipway"),
                        "--slipway.demo.folder=" + folder.resolve("demo"),
                        "--slipway.demo.ports=" + Ports.free(30),
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.process-engine-name=demonstrated");
    }
}
