package dev.slipway.deployment.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.TwoVersionsContractTests;
import dev.slipway.deployment.spi.Install;
import dev.slipway.deployment.spi.Outcome;
import dev.slipway.deployment.spi.Report;
import dev.slipway.deployment.spi.Target;
import dev.slipway.deployment.spi.TryAgain;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an API server in memory that keeps what it is told, and a controller that brings pods up. */
@EnableKubernetesMockClient(crud = true, https = false)
@SuppressWarnings("NullAway") // the extension sets server and client
class KubernetesTargetTests extends TwoVersionsContractTests {

    private static final Logger CHATTER = Logger.getLogger("io.fabric8.mockwebserver");

    @TempDir
    Path folder;

    private KubernetesMockServer server;
    private KubernetesClient client;
    private Controller controller;

    private final KubernetesTarget target = new KubernetesTarget(Clock.systemUTC());

    @BeforeEach
    void prepare() throws IOException {
        CHATTER.setLevel(Level.WARNING);
        Files.writeString(folder.resolve("deployment.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: replaced
                spec:
                  selector:
                    matchLabels: {app: payments}
                  template:
                    metadata:
                      labels: {app: payments}
                    spec:
                      containers:
                        - name: service
                          image: replaced
                          ports: [{containerPort: 8080}]
                """);
        client.resource(new HTTPRouteBuilder()
                        .withNewMetadata()
                        .withName("payments")
                        .withNamespace("shop")
                        .endMetadata()
                        .withNewSpec()
                        .addNewRule()
                        .addNewBackendRef()
                        .withName("payments-blue")
                        .withPort(80)
                        .endBackendRef()
                        .addNewBackendRef()
                        .withName("payments-green")
                        .withPort(80)
                        .endBackendRef()
                        .endRule()
                        .endSpec()
                        .build())
                .create();
        controller = new Controller(client);
    }

    @AfterEach
    void stop() throws InterruptedException {
        controller.close();
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
        return folder.resolve("artifact");
    }

    @Override
    protected Path refusedArtifact() {
        return folder.resolve("artifact");
    }

    @Test
    void tellsTheClusterWhichImageAndWhichSlot() {
        target.install(install("v1", "1.0.0", 100), recorder);

        var deployment = client.apps()
                .deployments()
                .inNamespace("shop")
                .withName("payments-blue")
                .get();
        assertThat(deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage())
                .isEqualTo("registry.example.com/payments:1.0.0");
        assertThat(deployment.getSpec().getSelector().getMatchLabels())
                .containsEntry("app", "payments")
                .containsEntry("slipway.dev/slot", "blue");
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(4);
    }

    @Test
    void sharesOutPodsWhereThereIsNoRoute() {
        var one = place(Map.of("route", ""));
        target.install(new Install(one, "v1", "1.0.0", artifact(), DIGEST, 100), recorder);
        target.install(new Install(one, "v2", "1.1.0", artifact(), DIGEST, 25), recorder);

        assertThat(target.holdsTwo(one)).isFalse();
        assertThat(target.probe(one)).isEqualTo(new Report.Running(Set.of("1.0.0", "1.1.0"), 25));
    }

    @Test
    void triesAgainWhereTheClusterIsSilentAndSaysWhyItCannotBe() {
        var nowhere = place(Map.of("server", "http://127.0.0.1:9"));
        assertThatThrownBy(() -> target.install(new Install(nowhere, "v1", "1.0.0", artifact(), DIGEST, 100), recorder))
                .isInstanceOf(TryAgain.class);
        assertThat(target.probe(nowhere)).isInstanceOf(Report.Unknown.class);
        var lost = place(Map.of("route", "elsewhere"));

        assertThat(target.install(new Install(lost, "v1", "1.0.0", artifact(), DIGEST, 100), recorder))
                .isEqualTo(new Outcome.Failed("there is no HTTPRoute elsewhere in namespace shop"));
    }

    @Test
    void explainsEverySettingThatIsWrong() {
        var wrong = place(Map.of("template", "nowhere.yaml", "image", "always:same", "replicas", "0", "colour", "red"));

        assertThat(target.flaws(wrong)).hasSize(4).anyMatch(flaw -> flaw.contains("'colour' is unknown"));
    }

    private TargetDescription place(Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "server", "http://127.0.0.1:" + server.getPort(),
                "namespace", "shop",
                "name", "payments",
                "template", folder.resolve("deployment.yaml").toString(),
                "container", "service",
                "image", "registry.example.com/payments:{version}",
                "replicas", "4",
                "route", "payments",
                "timeout", "20s",
                "pause", "10ms"));
        settings.putAll(more);
        return new TargetDescription(
                new EnvironmentKey("production"), ComponentKey.parse("payments/service"), "kubernetes", settings, "");
    }
}
