package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.release.Delivery;
import dev.slipway.release.ReleaseId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** An agent moves users to a version that stands beside another, with a secret that it must not keep. */
@DisabledOnOs(OS.WINDOWS)
class BesideThroughAnAgentTests extends AgentTest {

    private static final String PASSWORD = "open sesame & more";
    private static final EnvironmentKey PRODUCTION = new EnvironmentKey("production");
    private static final Path BESIDE =
            Path.of("src/test/resources/deployment/beside.sh").toAbsolutePath();

    @Test
    void movesUsersToAVersionBesideAnotherAndKeepsNoSecret() throws Exception {
        var name = "edge-" + product.key();
        var halves = List.of(
                new Delivery.Stage(50, Duration.ofMillis(300)), new Delivery.Stage(100, Duration.ofMillis(300)));
        var server = new VersionsApart();
        flows.apply(product.delivered(new Delivery("canary", halves)).on("production", besideAnother(name, server)));
        giveThePassword();
        var place = Files.createDirectories(folder.resolve("edge"));
        Files.writeString(place.resolve("1.0.0"), "100");
        flows.bean(Deployments.class)
                .adopt(new ReleaseId(product.key() + "-old"), PRODUCTION, "1.0.0", product.artifact("1.0.0", "1.0.0"));
        try (server;
                var agent = start(name)) {
            var id = flows.open(product.version("2.0.0"));
            goUntil(id, () -> reported(id, "remove-old"), agent);

            assertThat(Files.readAllLines(Path.of(place + ".ledger")))
                    .filteredOn(line -> !line.startsWith("probe"))
                    .containsExactly("install 2.0.0 100", "shift 2.0.0 50", "shift 2.0.0 100", "remove 2.0.0 ");
            assertThat(journal(id.value(), "agent.order-taken"))
                    .extracting(entry -> fact(entry, "topic"))
                    .startsWith(
                            "install-beside",
                            "smoke-check",
                            "shift-traffic",
                            "watch",
                            "shift-traffic",
                            "watch",
                            "remove-old");
            assertThat(log(id))
                    .contains("the password is ****, and the file says ****", "50 % to 2.0.0 by ****")
                    .contains("answers as 2.0.0", "watched to the end")
                    .doesNotContain(PASSWORD);
            agent.kill();
            assertThat(agent.said()).contains("remove-old").doesNotContain(PASSWORD);
        }
        try (var left = Files.walk(folder.resolve("agent"))) {
            assertThat(left.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(PASSWORD));
        }
    }

    /** Its agent asks for the next order only when it has tidied up. */
    private boolean reported(ReleaseId id, String topic) {
        return journal(id.value(), "agent.order-taken").stream()
                        .map(entry -> fact(entry, "topic"))
                        .dropWhile(taken -> !taken.equals(topic))
                        .count()
                > 1;
    }

    private String besideAnother(String agent, VersionsApart server) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Target
                environment: production
                component: %s/service
                adapter: command
                agent: %s
                url: %s
                settings:
                  install: sh %s install
                  shift: sh %s shift
                  remove: sh %s remove
                  probe: sh %s probe
                  apart: %s/apart/{version}
                  variable.PLACE: %s
                """.formatted(
                        product.key(),
                        agent,
                        server.url(),
                        BESIDE,
                        BESIDE,
                        BESIDE,
                        BESIDE,
                        server.url(),
                        folder.resolve("edge"));
    }

    private void giveThePassword() {
        var admin = overRest("admin");
        var context = "/api/contexts/" + product.key() + "-edge";
        assertDone(admin.anywhere("application/json", "PUT", context, """
                {"attach": [{"product": "%s", "environment": "production"}], "secrets": ["DB_PASSWORD", "FILE"],
                 "files": [{"path": "etc/password", "secret": "FILE"}]}""".formatted(product.key())));
        for (var secret : List.of("DB_PASSWORD", "FILE")) {
            assertDone(admin.anywhere(
                    "application/json", "PUT", context + "/secrets/" + secret, "{\"value\": \"" + PASSWORD + "\"}"));
        }
    }
}
