package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.identity.Act;
import dev.slipway.identity.GroupId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class CatalogTests {

    private static final ProductKey PAYMENTS = new ProductKey("payments");
    private static final EnvironmentKey STAGING = new EnvironmentKey("staging");
    private static final ComponentKey SERVICE = new ComponentKey(PAYMENTS, "service");

    @EveryDatabase
    void knowsWhatWasApplied(Database database) {
        var node = ACatalog.on(database);

        assertThat(node.changes(Yaml.TARGET, Yaml.PAYMENTS, Yaml.ENVIRONMENTS))
                .containsExactly(
                        "environment production added",
                        "environment staging added",
                        "product payments added",
                        "target of payments/service in staging added");

        assertThat(node.catalog.environments())
                .containsExactly(
                        new Environment(STAGING, "Staging", 1, false),
                        new Environment(new EnvironmentKey("production"), "production", 2, true));
        assertThat(node.catalog.product(PAYMENTS))
                .contains(Product.of(PAYMENTS, new FlowKey("devops-release"))
                        .name("Payments")
                        .description("Takes money.")
                        .owner("team-payments")
                        .repository("https://git.example.com/payments.git")
                        .criticality("high")
                        .components(List.of(
                                new Component(SERVICE, "Answers over HTTP."),
                                new Component(new ComponentKey(PAYMENTS, "worker"), "")))
                        .environments(List.of(STAGING, new EnvironmentKey("production")))
                        .checks(List.of(new Check(
                                "unit-tests",
                                List.of("mvn", "-B", "verify"),
                                "target/surefire-reports",
                                Duration.ofMinutes(15))))
                        .build());
        assertThat(node.catalog.target(STAGING, SERVICE))
                .contains(new TargetDescription(
                        STAGING,
                        SERVICE,
                        "command",
                        Map.of(
                                "install",
                                "./install.sh",
                                "port",
                                "8081",
                                "mode",
                                "0755",
                                "ratio",
                                "1.10",
                                "verbose",
                                "true"),
                        "http://127.0.0.1:8081"));
        assertThat(node.catalog.products()).hasSize(1);
        assertThat(node.catalog.targets(STAGING)).hasSize(1);
        assertThat(node.catalog.target(STAGING, new ComponentKey(PAYMENTS, "worker")))
                .isEmpty();
        assertThat(node.catalog.product(new ProductKey("unknown"))).isEmpty();
        assertThat(node.catalog.environment(new EnvironmentKey("unknown"))).isEmpty();
    }

    @EveryDatabase
    void changesNothingWhenTheSameIsAppliedAgain(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, Yaml.TARGET);
        node.granted.clear();
        database.published().clear();

        assertThat(node.changes(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, Yaml.TARGET)).isEmpty();
        assertThat(node.granted).isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void keepsTheWayOfHotfixesWhereItIsAnother(Database database) {
        var node = ACatalog.on(database);
        node.changes(Yaml.ENVIRONMENTS, Yaml.PAYMENTS);
        assertThat(node.catalog.product(PAYMENTS).orElseThrow().hotfixFlow()).isEqualTo(new FlowKey("devops-release"));

        var other = Yaml.PAYMENTS.replace("flow: devops-release", "flow: devops-release\nhotfixFlow: hotfix");
        assertThat(node.changes(Yaml.ENVIRONMENTS, other))
                .containsExactly("product payments changed: hotfixFlow from  to hotfix");

        assertThat(node.catalog.product(PAYMENTS).orElseThrow().hotfixFlow()).isEqualTo(new FlowKey("hotfix"));
        assertThat(node.changes(Yaml.ENVIRONMENTS, other)).isEmpty();
    }

    @EveryDatabase
    void saysInWordsWhatChanged(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, Yaml.TARGET);

        assertThat(node.changes(
                        Yaml.PAYMENTS
                                .replace("criticality: high", "criticality: low")
                                .replace("verify]", "test]"),
                        Yaml.TARGET.replace("8081", "8082").replace("  mode: 0755\n", ""),
                        Yaml.ENVIRONMENTS.replace("stage: 2", "stage: 3")))
                .containsExactly(
                        "environment production changed: stage from 2 to 3",
                        "product payments changed: criticality from high to low, checks",
                        "target of payments/service in staging changed: url, settings.mode, settings.port");
        assertThat(node.catalog.target(STAGING, SERVICE).orElseThrow().settings())
                .containsEntry("port", "8082")
                .doesNotContainKey("mode");
    }

    @EveryDatabase
    void keepsWhatIsNotMentioned(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, Yaml.TARGET);

        node.apply(Yaml.PAYMENTS.replace("key: payments", "key: billing"));

        assertThat(node.catalog.products())
                .extracting(product -> product.key().value())
                .containsExactly("billing", "payments");
        assertThat(node.catalog.target(STAGING, SERVICE)).isPresent();
    }

    @EveryDatabase
    void dropsTheTargetsOfALostComponent(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, Yaml.TARGET);

        assertThat(node.changes(Yaml.PAYMENTS.replace("  - name: service\n    description: Answers over HTTP.\n", "")))
                .containsExactly(
                        "product payments changed: components",
                        "target of payments/service in staging removed with its component");
        assertThat(node.catalog.target(STAGING, SERVICE)).isEmpty();
    }

    @EveryDatabase
    void replacesTheRightsToAProduct(Database database) {
        var node = ACatalog.on(database);

        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS);
        assertThat(node.granted)
                .containsExactly(Map.entry(
                        "payments",
                        Map.of(
                                new GroupId("developers"), Set.of(Act.OPEN_RELEASE, Act.ATTACH_EVIDENCE),
                                new GroupId("release-managers"), Set.of(Act.OPEN_RELEASE, Act.CANCEL_RELEASE))));

        node.apply(Yaml.PAYMENTS.substring(0, Yaml.PAYMENTS.indexOf("rights:")));
        assertThat(node.granted).containsExactly(Map.entry("payments", Map.of()));
    }

    @EveryDatabase
    void recordsWhatWasApplied(Database database) {
        ACatalog.on(database).apply(Yaml.ENVIRONMENTS);

        assertThat(database.published(CatalogEvent.Applied.class))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.chain()).isEqualTo("slipway");
                    assertThat(event.act()).isEqualTo("catalog.applied");
                    assertThat(event.facts().get("changes"))
                            .isEqualTo(List.of("environment production added", "environment staging added"));
                    assertThat(event.files()).containsOnlyKeys("file-1.yaml");
                });
    }

    @EveryDatabase
    void leavesNothingHalfWritten(Database database) {
        var node = ACatalog.on(database);

        assertThat(node.refusals(Yaml.ENVIRONMENTS, Yaml.PAYMENTS.replace("flow: devops-release\n", "")))
                .containsExactly("file-2.yaml:1 lacks the field 'flow'");
        assertThat(node.catalog.environments()).isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void seesWhatAnotherNodeApplied(Database database) {
        var here = ACatalog.on(database);
        var there = ACatalog.on(database);
        here.apply(Yaml.ENVIRONMENTS);
        assertThat(there.catalog.environments()).hasSize(2);

        here.apply(Yaml.ENVIRONMENTS.replace("Staging", "Rehearsal"));

        assertThat(there.catalog.environment(STAGING).orElseThrow().name()).isEqualTo("Rehearsal");
    }

    @EveryDatabase
    void isTheSameThroughoutAPieceOfWork(Database database) throws Exception {
        var working = ACatalog.on(database);
        var other = ACatalog.on(database);
        other.apply(Yaml.ENVIRONMENTS);

        var seen = working.catalog.steadily(() -> {
            var before = working.catalog.environment(STAGING).orElseThrow();
            other.apply(Yaml.ENVIRONMENTS.replace("Staging", "Rehearsal"));
            var later = database.transactions().execute(status -> working.catalog.environment(STAGING));
            return List.of(before.name(), later.orElseThrow().name());
        });

        assertThat(seen).containsExactly("Staging", "Staging");
        assertThat(working.catalog.environment(STAGING).orElseThrow().name()).isEqualTo("Rehearsal");
    }

    @EveryDatabase
    void keepsNoMemoryOfWhatWasRolledBack(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS);

        database.transactions().executeWithoutResult(status -> {
            node.catalog.apply(List.of(new SourceDocument("a", Yaml.ENVIRONMENTS.replace("Staging", "Lost"))));
            assertThat(node.catalog.environment(STAGING).orElseThrow().name()).isEqualTo("Lost");
            status.setRollbackOnly();
        });
        assertThat(node.catalog.environment(STAGING).orElseThrow().name()).isEqualTo("Staging");

        node.apply(Yaml.ENVIRONMENTS.replace("Staging", "Kept"));
        assertThat(node.catalog.environment(STAGING).orElseThrow().name()).isEqualTo("Kept");
    }

    @EveryDatabase
    void letsTwoNodesApplyAtOnce(Database database) {
        var nodes = List.of(ACatalog.on(database), ACatalog.on(database));

        var runs = IntStream.range(0, 20)
                .mapToObj(number -> CompletableFuture.runAsync(() -> nodes.get(number % 2)
                        .apply(
                                Yaml.ENVIRONMENTS,
                                Yaml.PAYMENTS.replace("key: payments", "key: product-" + number % 5))))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(runs).join();

        assertThat(nodes.get(0).catalog.products())
                .hasSize(5)
                .isEqualTo(nodes.get(1).catalog.products());
        assertThat(database.published(CatalogEvent.Applied.class)).hasSize(5);
    }
}
