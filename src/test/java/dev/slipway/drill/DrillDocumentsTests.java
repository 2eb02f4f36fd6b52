package dev.slipway.drill;

import static dev.slipway.drill.Ground.PAYMENTS;
import static dev.slipway.drill.Ground.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.Papers;
import dev.slipway.release.Flaw;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

class DrillDocumentsTests {

    private static final String LANDSCAPE = """
            apiVersion: slipway/v1
            kind: Environment
            key: qa
            stage: 1
            ---
            apiVersion: slipway/v1
            kind: Environment
            key: staging
            stage: 2
            ---
            apiVersion: slipway/v1
            kind: Environment
            key: production
            stage: 3
            production: true
            ---
            apiVersion: slipway/v1
            kind: Product
            key: payments
            flow: devops-release
            owner: team
            repository: /tmp/payments
            environments: [qa, staging, production]
            components: [{name: service}]
            zone: Europe/Berlin
            """;
    private static final String IN_STAGING = "  - {product: payments, environment: staging, every: 14}\n";
    private static final String IN_QA =
            "  - {product: payments, environment: qa, rule: FREQ=MONTHLY;BYDAY=1TU, start: 2026-12-01T10:00, threshold: 90s}\n";

    @EveryDatabase
    void planDrillsAndChangeNothingWhereTheyAreAppliedAgain(Database database) {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);

        assertThat(papers.changes(schedule("regular", IN_STAGING, IN_QA)))
                .containsExactly("drills of payments in staging planned", "drills of payments in qa planned");
        var planned = ground.plans.all();
        ground.now = ground.now.plus(Duration.ofDays(3));

        assertThat(papers.changes(schedule("regular", IN_STAGING, IN_QA))).isEmpty();
        assertThat(papers.changes(papers.written())).isEmpty();
        assertThat(ground.plans.all()).isEqualTo(planned);
        assertThat(ground.plans.find(PAYMENTS, new EnvironmentKey("qa")))
                .hasValueSatisfying(plan -> assertThat(plan.threshold()).isEqualTo(Duration.ofSeconds(90)));
        assertThat(database.published(DrillEvent.Planned.class)).hasSize(2);
    }

    @EveryDatabase
    void amendWhatHasChangedAndEndWhatTheyNoLongerName(Database database) {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);
        papers.changes(schedule("regular", IN_STAGING, IN_QA));

        assertThat(papers.changes(schedule("regular", IN_STAGING.replace("14", "7"))))
                .containsExactly("drills of payments in qa ended", "drills of payments in staging planned anew");

        assertThat(database.published(DrillEvent.Unplanned.class)).hasSize(1);
        assertThat(papers.changes(schedule("regular"))).containsExactly("drills of payments in staging ended");
        assertThat(ground.plans.all()).isEmpty();
    }

    @EveryDatabase
    void moveFromOneDocumentToAnotherInOneApplication(Database database) {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);
        papers.changes(schedule("regular", IN_STAGING));

        assertThat(papers.changes(schedule("regular") + "---\n" + schedule("often", IN_STAGING)))
                .containsExactly("drills of payments in staging planned anew");
        assertThat(ground.plans.all()).extracting(DrillPlan::document).containsExactly("often");
    }

    @EveryDatabase
    void takeOverAPlanForTheSamePlaceAndLeaveOthersAlone(Database database) {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);
        ground.plans.plan(new DrillOrder(PAYMENTS, STAGING, null, DrillOrder.everyDays(30), Duration.ofMinutes(5)));

        assertThat(papers.changes(schedule("regular", IN_QA))).hasSize(1);
        assertThat(ground.plans.find(PAYMENTS, STAGING))
                .hasValueSatisfying(plan -> assertThat(plan.document()).isEmpty());
        assertThat(papers.changes(schedule("regular", IN_QA, IN_STAGING)))
                .containsExactly("drills of payments in staging planned anew");

        assertThat(Stream.of(
                        ground.plans.plan(new DrillOrder(
                                PAYMENTS, STAGING, null, DrillOrder.everyDays(30), Duration.ofMinutes(5))),
                        ground.plans.unplan(PAYMENTS, STAGING)))
                .allSatisfy(planning -> assertThat(((Planning.Refused) planning).flaws())
                        .singleElement()
                        .satisfies(flaw -> {
                            assertThat(flaw.field()).isEqualTo(Flaw.STATE);
                            assertThat(flaw.reason()).contains("the catalogue's drill schedule regular");
                        }));
    }

    @EveryDatabase
    void areRefusedWholeWithTheLineOfEachProblem(Database database) {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);
        papers.changes(schedule("others", IN_QA));

        assertThat(papers.refusals(schedule(
                        "regular",
                        IN_STAGING,
                        IN_QA,
                        IN_STAGING,
                        IN_STAGING.replace("staging", "production"),
                        IN_STAGING.replace("payments", "paymets"),
                        IN_STAGING.replace("every: 14", "every: 14, rule: FREQ=DAILY"))))
                .containsExactly(
                        "6 drills of payments in qa are described already, in the drill schedule 'others'",
                        "7 drills of payments in staging are described already, in the drill schedule 'regular'",
                        "8 nothing of 'payments' is drilled in 'production'; before production it goes to: qa, staging",
                        "9 there is no product 'paymets'",
                        "10 Say either every so many days, or a recurrence rule of RFC 5545.",
                        "10 drills of payments in staging are described already, in the drill schedule 'regular'");
        assertThat(papers.refusals(schedule("regular", IN_STAGING.replace("every: 14", "rule: FREQ=HOURLY"))))
                .singleElement()
                .asString()
                .startsWith("5 ");
        assertThat(ground.plans.all()).hasSize(1);
    }

    @EveryDatabase
    void ofTheGuideAndOfTheDemoAreTakenAsTheyAre(Database database) throws IOException {
        var ground = new Ground(database);
        var papers = new Papers(database, ground.documents, LANDSCAPE);
        var page = Files.readString(Path.of("docs/guides/drills.md"));
        var start = page.indexOf("```yaml") + "```yaml\n".length();
        var ofDemo = new ClassPathResource("demo/drills.yaml").getContentAsString(StandardCharsets.UTF_8);

        assertThat(papers.changes(page.substring(start, page.indexOf("```", start))))
                .hasSize(2);
        papers.changes(schedule("regular"));
        assertThat(papers.changes(ofDemo.replace("storefront", "payments"))).isNotEmpty();
    }

    private static String schedule(String key, String... plans) {
        return "apiVersion: slipway/v1\nkind: DrillSchedule\nkey: " + key + "\nplans:"
                + (plans.length == 0 ? " []\n" : "\n" + String.join("", plans));
    }
}
