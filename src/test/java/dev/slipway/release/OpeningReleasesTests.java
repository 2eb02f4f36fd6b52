package dev.slipway.release;

import static dev.slipway.release.KnownSurroundings.PAYMENTS;
import static dev.slipway.release.KnownSurroundings.SERVICE;
import static dev.slipway.release.KnownSurroundings.WORKER;
import static dev.slipway.release.KnownSurroundings.digest;
import static dev.slipway.release.KnownSurroundings.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.FlowKey;
import dev.slipway.catalog.ProductKey;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.identity.Act;
import dev.slipway.identity.PersonId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

class OpeningReleasesTests {

    @EveryDatabase
    void takesTheShortWayWhereAnIncidentAsksForIt(Database database) {
        var house = new House(database);
        var plan = House.plan("1.0.1");
        var first = plan.but().incident("INC-7: nobody can pay").emergency(true).build();

        assertThat(house.open(first).flow().value()).isEqualTo("hotfix");
        assertThat(house.open("1.1.0").flow()).isEqualTo(new FlowKey("devops-release"));
        var own = KnownSurroundings.payments(new FlowKey("agile-release"));
        assertThat(new ReleaseProperties("hotfix").flow(first, own)).isEqualTo(new FlowKey("agile-release"));
        assertThat(new ReleaseProperties("").flow(first, own)).isEqualTo(new FlowKey("agile-release"));
        assertThat(new ReleaseProperties("").flow(plan, own)).isEqualTo(new FlowKey("devops-release"));
    }

    @EveryDatabase
    void writesReleasePlanAndCandidateAndTellsOfThem(Database database) {
        var house = new House(database);

        var release = house.open("2.1.0");

        assertThat(release.id()).isEqualTo(new ReleaseId("payments-2.1.0"));
        assertThat(house.releases.find(release.id())).contains(release);
        assertThat(house.releases.plan(release.id())).isEqualTo(House.plan("2.1.0"));
        var candidate = house.releases.candidate(release.id());
        assertThat(candidate.contents().commit()).isEqualTo(sha('a'));
        assertThat(candidate.contents().commits()).extracting("subject").containsExactly("feat: refunds ☂");
        assertThat(candidate.artifacts()).isEqualTo(House.artifacts());
        assertThat(candidate.authors().people()).containsExactly(new PersonId("ben"));
        assertThat(candidate.authors().strangers()).hasSize(1);
        assertThat(database.published())
                .hasExactlyElementsOfTypes(ReleaseEvent.Opened.class, ReleaseEvent.CandidateMade.class);
    }

    @EveryDatabase
    void namesEveryFlawAtOnceAndWritesNothing(Database database) {
        var house = new House(database);
        var strange = new Artifact(new ComponentKey(PAYMENTS, "robot"), URI.create("file:/robot"), digest('4'));
        var altered = House.artifacts().get(0);
        house.around.artifacts.put(altered, new ArtifactCheck.Altered(digest('9')));
        house.around.inProduction.put(SERVICE, "9.0");
        var plan = Plan.of(PAYMENTS, "1.0 beta")
                .contents("", "nowhere")
                .artifacts(List.of(altered, altered, strange))
                .objectives("x".repeat(10_001))
                .scope(List.of(new Plan.ScopeItem("", "nameless", true)))
                .targetDates(Map.of(new EnvironmentKey("moon"), Instant.EPOCH))
                .stakeholders(List.of(new PersonId("nobody")))
                .build();

        var opening = house.releases.open(plan, "");

        assertThat(((Opening.Refused) opening).flaws())
                .extracting(Flaw::field)
                .containsExactlyInAnyOrder(
                        "version",
                        "revision",
                        "artifacts[1].component",
                        "artifacts[2].component",
                        "artifacts",
                        "artifacts[0].digest",
                        "artifacts[1].digest",
                        "objectives",
                        "scope[0].key",
                        "targetDates.moon",
                        "stakeholders[0]");
        assertThat(house.releases.page(new ReleaseQuery(Set.of(), null, "", null, 10)))
                .isEmpty();
        assertThat(database.published()).isEmpty();
    }

    @EveryDatabase
    void namesTheKnownProductsWhereOneIsUnknown(Database database) {
        var house = new House(database);
        var plan = House.plan("1.0");
        var unknown = Plan.of(new ProductKey("paymets"), "1.0")
                .contents("", "main")
                .artifacts(plan.artifacts())
                .build();

        var flaws = ((Opening.Refused) house.releases.open(unknown, "")).flaws();

        assertThat(flaws).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo("product");
            assertThat(flaw.reason()).contains("paymets", "payments");
        });
    }

    @EveryDatabase
    void refusesWhoMayNotOpenReleases(Database database) {
        var house = new House(database);
        house.around.forbidden.add(Act.OPEN_RELEASE);

        var opening = house.releases.open(House.plan("1.0"), "");

        assertThat(((Opening.Refused) opening).flaws()).extracting(Flaw::field).containsExactly(Flaw.ACTOR);
        assertThat(house.around.readings).hasValue(0);
    }

    @EveryDatabase
    void answersTheSameKeyWithTheSameRelease(Database database) {
        var house = new House(database);
        var opened = (Opening.Opened) house.releases.open(House.plan("1.0"), "build-7");
        house.releases.conclude(opened.release().id(), State.FAILED, "broke");

        var again = house.releases.open(House.plan("1.0"), "build-7");
        var another = house.releases.open(House.plan("1.1"), "build-7");

        assertThat(((Opening.Existing) again).release().id())
                .isEqualTo(opened.release().id());
        assertThat(((Opening.Refused) another).flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo("Idempotency-Key");
            assertThat(flaw.reason()).contains("payments-1.0");
        });
    }

    @EveryDatabase
    void answersTheSameCommitWithTheReleaseWhileThatIsPendingOrReleased(Database database) {
        var house = new House(database);
        var first = house.open("1.0");

        assertThat(house.releases.open(House.plan("1.0"), "retry")).isInstanceOf(Opening.Existing.class);
        house.releases.conclude(first.id(), State.RELEASED, "done");
        assertThat(house.releases.open(House.plan("1.0"), "")).isInstanceOf(Opening.Existing.class);
    }

    @EveryDatabase
    void remembersTheKeyThatFoundAnExistingRelease(Database database) {
        var house = new House(database);
        var first = house.open("1.0");
        house.releases.open(House.plan("1.0"), "retry");
        house.releases.conclude(first.id(), State.FAILED, "broke");

        var again = house.releases.open(House.plan("1.0"), "retry");

        assertThat(((Opening.Existing) again).release().id()).isEqualTo(first.id());
    }

    @EveryDatabase
    void numbersTheSameVersionAgainIgnoringCase(Database database) {
        var house = new House(database);
        var first = house.open("1.0-RC");
        house.releases.conclude(first.id(), State.ROLLED_BACK, "watch failed");

        assertThat(house.open("1.0-RC").id().value()).isEqualTo("payments-1.0-RC-r2");
        assertThat(house.open("1.0-rc").id().value()).isEqualTo("payments-1.0-rc-r3");
    }

    @EveryDatabase
    void refusesToGoBackBehindProductionWithoutAReason(Database database) {
        var house = new House(database);
        house.around.inProduction.put(SERVICE, "1.10");
        house.around.inProduction.put(WORKER, "1.9");

        var refused = house.releases.open(House.plan("1.9"), "");
        var reasoned = house.releases.open(House.plan("1.9", "main", "1.10 loses money"), "");
        var newer = house.releases.open(House.plan("v1.10.1"), "");

        assertThat(((Opening.Refused) refused).flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.field()).isEqualTo("downgrade");
            assertThat(flaw.reason()).contains("payments/service is at 1.10 in production");
        });
        assertThat(reasoned).isInstanceOf(Opening.Opened.class);
        assertThat(newer).isInstanceOf(Opening.Opened.class);
    }

    @EveryDatabase
    void saysAgainLaterThatSomethingNewerHasArrived(Database database) {
        var house = new House(database);
        var release = house.open("1.9");
        assertThat(house.releases.downgrade(release.id(), KnownSurroundings.PRODUCTION))
                .isEmpty();

        house.around.inProduction.put(SERVICE, "2.0");

        assertThat(house.releases.downgrade(release.id(), KnownSurroundings.PRODUCTION))
                .isPresent();
    }

    @EveryDatabase
    void takesOverFromThoseThatOnlyWait(Database database) {
        var house = new House(database);
        var waiting = house.open("1.0");
        var moving = house.open("1.1");
        var newer = house.open("3.0");
        house.around.moving.add(moving.id());

        var by = house.open(House.superseding("2.0"));

        assertThat(house.releases.find(waiting.id()).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(house.releases.find(moving.id()).orElseThrow().state()).isEqualTo(State.PENDING);
        assertThat(house.releases.find(newer.id()).orElseThrow().state()).isEqualTo(State.PENDING);
        assertThat(database.published(ReleaseEvent.Superseded.class))
                .containsExactly(new ReleaseEvent.Superseded(waiting.id(), by.id()));
        assertThat(database.published(ReleaseEvent.Concluded.class))
                .extracting(ReleaseEvent.Concluded::release)
                .containsExactly(waiting.id());
    }

    @EveryDatabase
    void keepsNothingWhereAListenerFails(Database database) {
        var house = new House(database);
        var failing = new House(database, event -> {
            throw new IllegalStateException("no such flow");
        });

        assertThatIllegalStateException().isThrownBy(() -> failing.releases.open(House.plan("1.0"), "key"));

        assertThat(house.releases.open(House.plan("1.0"), "key")).isInstanceOf(Opening.Opened.class);
    }
}
