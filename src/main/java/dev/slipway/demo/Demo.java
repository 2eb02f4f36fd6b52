package dev.slipway.demo;

import dev.slipway.catalog.ProductKey;
import dev.slipway.identity.Acting;
import dev.slipway.journal.Actor;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Fills an empty Slipway at its first start. Every part looks first whether it is there already, so a crash in the middle does no harm. */
@Component
@Profile("demo")
@Order(Demo.AFTER_EVERYTHING)
class Demo implements ApplicationRunner {

    static final List<ProductKey> PRODUCTS =
            List.of(new ProductKey("ledger"), new ProductKey("storefront"), new ProductKey("payments"));

    static final int AFTER_EVERYTHING = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final String FIRST = "1.0.0";

    private final DemoPeople people;
    private final DemoRepositories repositories;
    private final DemoArtifacts artifacts;
    private final DemoScripts scripts;
    private final DemoCatalog catalog;
    private final DemoServices services;
    private final DemoReleases releases;
    private final DemoBoard board;
    private final Acting acting;
    private final Environment environment;

    Demo(
            DemoPeople people,
            DemoRepositories repositories,
            DemoArtifacts artifacts,
            DemoScripts scripts,
            DemoCatalog catalog,
            DemoServices services,
            DemoReleases releases,
            DemoBoard board,
            Acting acting,
            Environment environment) {
        this.people = people;
        this.repositories = repositories;
        this.artifacts = artifacts;
        this.scripts = scripts;
        this.catalog = catalog;
        this.services = services;
        this.releases = releases;
        this.board = board;
        this.acting = acting;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        LOG.info("Preparing the demo");
        acting.as(Actor.SYSTEM, () -> {
            people.ensure();
            PRODUCTS.forEach(product -> {
                repositories.ensure(product.value());
                artifacts.ensure(product.value());
            });
            scripts.ensure();
            catalog.ensure();
            board.ensure();
            services.bringUp();
            PRODUCTS.forEach(product -> services.ensureInProduction(product.value(), FIRST));
            return PRODUCTS;
        });
        releases.ensure();
        welcome();
    }

    private void welcome() {
        var port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        LOG.info(
                """


                Slipway answers at http://localhost:{}
                These people can sign in; everybody's password is the own user name:
                {}
                """,
                port,
                DemoPerson.all().stream()
                        .map(person -> "  %-9s %-19s %s"
                                .formatted(person.id(), person.name(), String.join(", ", person.groups())))
                        .collect(Collectors.joining("\n")));
    }
}
