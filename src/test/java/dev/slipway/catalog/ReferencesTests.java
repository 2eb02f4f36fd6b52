package dev.slipway.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.spi.TargetSettings;
import java.util.List;
import java.util.Set;

class ReferencesTests {

    @EveryDatabase
    void namesWhatIsUnknownAndWhatThereIs(Database database) {
        var node = ACatalog.on(database);
        node.apply(Yaml.ENVIRONMENTS);

        assertThat(node.refusals(
                        Yaml.PAYMENTS.replace("[staging, production]", "[stagign, production]"),
                        Yaml.TARGET
                                .replace("environment: staging", "environment: qa")
                                .replace("payments/service", "payments/srvice"),
                        Yaml.TARGET.replace("payments/service", "billing/service")))
                .containsExactly(
                        "file-1.yaml:14 there is no environment 'stagign'; there are: production, staging",
                        "file-2.yaml:3 there is no environment 'qa'; there are: production, staging",
                        "file-2.yaml:4 the product 'payments' has no component 'srvice'; it has: service, worker",
                        "file-3.yaml:4 there is no product 'billing'; there are: payments");
    }

    @EveryDatabase
    void refusesTheSameObjectTwice(Database database) {
        var node = ACatalog.on(database);

        assertThat(node.refusals(Yaml.ENVIRONMENTS, Yaml.ENVIRONMENTS))
                .containsExactly(
                        "file-2.yaml:3 the environment staging is already described at file-1.yaml:3",
                        "file-2.yaml:9 the environment production is already described at file-1.yaml:9");
        assertThat(node.refusals(
                        Yaml.ENVIRONMENTS,
                        Yaml.PAYMENTS
                                .replace("name: worker", "name: service")
                                .replace(
                                        "checks:\n",
                                        "checks:\n  - {name: unit-tests, command: [x], evidence: ../x}\n")))
                .containsExactly(
                        "file-2.yaml:13 the component 'service' is described twice",
                        "file-2.yaml:16 must be a path within the check's working folder, without '..'",
                        "file-2.yaml:17 the check 'unit-tests' is described twice");
    }

    @EveryDatabase
    void knowsWhatProductsDependOnAndRefusesCircles(Database database) {
        var node = ACatalog.on(database);
        var checkout = Yaml.PAYMENTS.replace("key: payments", "key: checkout\ndependsOn: [payments]");
        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS, checkout);
        assertThat(node.catalog
                        .product(new ProductKey("checkout"))
                        .orElseThrow()
                        .dependsOn())
                .containsExactly(new ProductKey("payments"));

        assertThat(node.refusals(checkout.replace("[payments]", "[nowhere]")))
                .containsExactly("file-1.yaml:4 there is no product 'nowhere'; there are: checkout, payments");
        assertThat(node.refusals(checkout.replace("[payments]", "[checkout]")))
                .singleElement()
                .asString()
                .contains("goes round in a circle: checkout");
        assertThat(node.refusals(Yaml.PAYMENTS.replace("key: payments", "key: payments\ndependsOn: [checkout]")))
                .containsExactly(
                        "file-1.yaml:4 goes round in a circle: checkout, payments; leave out what works without the other");
    }

    @EveryDatabase
    void endsEveryWayInProduction(Database database) {
        var node = ACatalog.on(database);
        assertThat(node.refusals(
                        Yaml.ENVIRONMENTS, Yaml.PAYMENTS.replace("[staging, production]", "[production, staging]")))
                .containsExactly(
                        "file-2.yaml:14 the way of a release ends in production, but 'staging' is not marked as production");

        node.apply(Yaml.ENVIRONMENTS, Yaml.PAYMENTS);
        assertThat(node.refusals(Yaml.ENVIRONMENTS.replace("production: true", "production: false")))
                .containsExactly(
                        "file-1.yaml:11 must stay true: the way of these products ends in 'production': payments");
    }

    @EveryDatabase
    void keepsPasswordsOut(Database database) {
        assertThat(ACatalog.on(database)
                        .refusals(Yaml.ENVIRONMENTS, Yaml.PAYMENTS.replace("https://", "https://ci:s3cret@")))
                .singleElement()
                .asString()
                .startsWith("file-2.yaml:8 holds a password")
                .doesNotContain("s3cret");
    }

    @EveryDatabase
    void asksTheModulesThatCarryItOut(Database database) {
        var node = ACatalog.on(database, () -> Set.of("agile-release", "devops-release"), new Command());

        assertThat(node.refusals(
                        Yaml.ENVIRONMENTS,
                        Yaml.PAYMENTS.replace("flow: devops-release", "flow: waterfall\nhotfixFlow: quick"),
                        Yaml.TARGET,
                        Yaml.TARGET
                                .replace("environment: staging", "environment: production")
                                .replace("adapter: command", "adapter: magic")))
                .containsExactly(
                        "file-2.yaml:6 there is no flow 'waterfall'; there are: agile-release, devops-release",
                        "file-2.yaml:7 there is no flow 'quick'; there are: agile-release, devops-release",
                        "file-3.yaml:7 the setting 'remove' is missing",
                        "file-4.yaml:5 there is no adapter 'magic'; there are: command, http");
    }

    /** Knows two adapters, one of which needs a setting. */
    private static final class Command implements TargetSettings {

        @Override
        public boolean knows(String adapter) {
            return adapters().contains(adapter);
        }

        @Override
        public Set<String> adapters() {
            return Set.of("command", "http");
        }

        @Override
        public List<String> flaws(TargetDescription target) {
            return target.settings().containsKey("remove") ? List.of() : List.of("the setting 'remove' is missing");
        }
    }
}
