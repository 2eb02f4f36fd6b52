package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.PAYMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ACatalog;
import dev.slipway.catalog.Applying;
import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.SourceDocument;
import dev.slipway.identity.Acting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;

class ProductAcceptanceTests {

    private static final String PRODUCTS = """
            apiVersion: slipway/v1
            kind: Environment
            key: production
            stage: 1
            production: true
            """ + product("payments") + product("storefront") + product("ledger");

    private static final String FAILURES = """
            ---
            apiVersion: slipway/v1
            kind: Acceptance
            key: payments
            criteria:
              - name: failed-requests
                query: failed{version="${version}"}
                total: requests{version="${version}"}
                comparison: <=
                threshold: 0.01
              - {name: latency, query: 'latency{version="${version}"}', direction: either, tolerance: 0.1, samples: 50, during: 90s}
            interval: 5s
            recovery: 2h
            """;

    private static String product(String key) {
        return """
                ---
                apiVersion: slipway/v1
                kind: Product
                key: %s
                flow: devops-release
                owner: somebody
                repository: file:///srv/%s
                environments: [production]
                components: [{name: service}]
                """.formatted(key, key);
    }

    @EveryDatabase
    void judgesAReleaseWhosePlanHasNoCriteria(Database database) {
        var house = new House(database);
        var catalog = catalog(database);
        var before = house.open("1.0.0");

        assertThat(changes(database, catalog, PRODUCTS + FAILURES))
                .contains("acceptance criteria of payments added: failed-requests, latency");
        assertThat(changes(database, catalog, PRODUCTS + FAILURES)).isEmpty();
        var release = house.open("1.1.0");

        var taken = house.releases.plan(release.id()).delivery().acceptance();
        assertThat(taken.revision()).isEqualTo(1);
        assertThat(taken.criteria())
                .extracting(AcceptanceCriterion::name)
                .containsExactly("failed-requests", "latency");
        assertThat(taken.step()).isEqualTo(Duration.ofSeconds(5));
        assertThat(AcceptanceView.of(taken).source()).isEqualTo("product");
        assertThat(house.releases.plan(before.id()).delivery().acceptance()).isEqualTo(Acceptance.NONE);
        assertThat(database.published(AcceptanceEvent.class))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.facts().get("criteria")).isEqualTo(List.of("failed-requests", "latency")));
    }

    @EveryDatabase
    void leavesAPlansOwnCriteriaAloneAndStepsInWhereTheyAreTakenAway(Database database) {
        var house = new House(database);
        changes(database, catalog(database), PRODUCTS + FAILURES);
        var own = AcceptanceText.read("[{name: memory, query: memory, comparison: <, threshold: 8}]", List.of());
        var release = house.open(House.plan("1.0.0").withDelivery(Delivery.BY_POLICY.with(own)));

        var acceptance = house.releases.plan(release.id()).delivery().acceptance();
        assertThat(acceptance.criteria()).isEqualTo(own.criteria());
        assertThat(acceptance.isOfProduct()).isFalse();
        assertThat(acceptance.step()).isEqualTo(Acceptance.INTERVAL);
        assertThat(acceptance.recovery()).isEqualTo(Duration.ofHours(2));

        house.releases.amend(
                release.id(), plan -> plan.withDelivery(plan.delivery().with(Acceptance.NONE)), "too strict");
        assertThat(house.releases.plan(release.id()).delivery().acceptance().isOfProduct())
                .isTrue();
    }

    @EveryDatabase
    void isTheSameReleaseWhenItIsAskedForAgainAfterTheCriteriaHaveChanged(Database database) {
        var house = new House(database);
        var catalog = catalog(database);
        changes(database, catalog, PRODUCTS + FAILURES);
        var plan = House.plan("1.0.0");
        var first = ((Opening.Opened) house.releases.open(plan, "build-7")).release();
        changes(database, catalog, PRODUCTS + FAILURES.replace("0.01", "0.02"));

        assertThat(house.releases.open(plan, "build-7"))
                .isInstanceOfSatisfying(
                        Opening.Existing.class,
                        existing -> assertThat(existing.release().id()).isEqualTo(first.id()));
        assertThat(house.releases.acceptance(PAYMENTS).revision()).isEqualTo(2);
        assertThat(house.releases.plan(first.id()).delivery().acceptance().revision())
                .isEqualTo(1);
    }

    @EveryDatabase
    void saysOnWhichLineWhatIsWrong(Database database) {
        var refused = apply(database, catalog(database), """
                apiVersion: slipway/v1
                kind: Acceptance
                key: nobody
                criteria:
                  - name: itself
                    query: up
                  - name: half
                    query: ${version} ${host}
                    comparison: <
                interval: 5s
                """);

        assertThat(((Applying.Refused) refused).problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("3 there is no product 'nobody'"),
                        line -> assertThat(line)
                                .startsWith("6 criteria[0].query: This would compare the version with itself."),
                        line -> assertThat(line)
                                .startsWith("8 criteria[1].query: There is nothing to put in for ${host}"),
                        line -> assertThat(line).startsWith("7 criteria[1].threshold: Give the number"));
        var unknown = apply(database, catalog(database), FAILURES.replace("interval: 5s", "interval: often"));
        assertThat(((Applying.Refused) unknown).problems())
                .extracting(problem -> problem.line() + " " + problem.reason())
                .anySatisfy(line -> assertThat(line).startsWith("12 interval: 'often' does not fit."));
    }

    @EveryDatabase
    void isGivenBackAsItCanBeAppliedAgain(Database database) throws IOException {
        var kind = kind(database);
        var catalog = ACatalog.with(database, kind);
        changes(database, catalog, PRODUCTS + FAILURES);

        var written = "apiVersion: slipway/v1\nkind: Acceptance\n"
                + new YAMLMapper()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .writeValueAsString(kind.written().get(0));
        assertThat(written).contains("during: \"90s\"", "recovery: \"2h\"", "direction: \"either\"");
        assertThat(changes(database, catalog, written)).isEmpty();
    }

    @EveryDatabase
    void theDemosCriteriaCanBeApplied(Database database) throws IOException {
        var demo = new ClassPathResource("demo/acceptance.yaml").getContentAsString(StandardCharsets.UTF_8);

        assertThat(changes(database, catalog(database), PRODUCTS + "---\n" + demo))
                .hasSize(7);
    }

    private static AcceptanceDocuments kind(Database database) {
        return new AcceptanceDocuments(
                new AcceptanceRows(database.jdbc()), new Acting(), database.events(), Clock.systemUTC());
    }

    private static Catalog catalog(Database database) {
        return ACatalog.with(database, kind(database));
    }

    private static List<String> changes(Database database, Catalog catalog, String text) {
        return ((Applying.Applied) apply(database, catalog, text)).changes();
    }

    private static Applying apply(Database database, Catalog catalog, String text) {
        return Objects.requireNonNull(database.transactions()
                .execute(status -> catalog.apply(List.of(new SourceDocument("acceptance.yaml", text)))));
    }
}
