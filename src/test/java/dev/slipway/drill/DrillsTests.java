package dev.slipway.drill;

import static dev.slipway.drill.Ground.MONDAY;
import static dev.slipway.drill.Ground.PAYMENTS;
import static dev.slipway.drill.Ground.PRODUCTION;
import static dev.slipway.drill.Ground.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.catalog.ProductKey;
import dev.slipway.deployment.Move;
import dev.slipway.drill.Drill.Outcome;
import dev.slipway.policy.Fact;
import dev.slipway.release.Flaw;
import dev.slipway.release.ReleaseEvent;
import dev.slipway.release.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

class DrillsTests {

    @EveryDatabase
    void deploysTheNewestThatUsersHaveOrTheOneBeforeWhereThatIsThereAlready(Database database) {
        var ground = new Ground(database).released("1.0.0").released("2.0.0").there("1.0.0", "payments-1.0.0");
        var newest = held(ground);
        assertThat(newest.version()).isEqualTo("2.0.0");
        assertThat(newest.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(newest.threshold()).isEqualTo(Drills.COMMON_THRESHOLD);
        ground.drills.judge(Ground.release(newest), "enough");

        ground.there("2.0.0", "payments-2.0.0");
        assertThat(held(ground).version()).isEqualTo("1.0.0");
    }

    @EveryDatabase
    void refusesWhatCannotBeDrilled(Database database) {
        var ground = new Ground(database);
        assertThat(refused(ground.drills.hold(PAYMENTS, STAGING))).contains("Nothing of payments has been released");
        ground.released("1.0.0");
        assertThat(refused(ground.drills.hold(PAYMENTS, STAGING)))
                .contains("no payments/service in staging to go back to");
        ground.there("1.0.0", "payments-1.0.0");
        assertThat(refused(ground.drills.hold(PAYMENTS, STAGING))).contains("no other version to go back from");
        assertThat(refused(ground.drills.hold(PAYMENTS, PRODUCTION))).contains("Users are in production", "staging");
        assertThat(refused(ground.drills.hold(new ProductKey("other"), STAGING)))
                .contains("no product other");
        ground.allowed = false;
        assertThat(refused(ground.drills.hold(PAYMENTS, STAGING))).contains("rita may not drill payments");
        assertThat(ground.drills.page(null, Long.MAX_VALUE, 10)).isEmpty();
    }

    @EveryDatabase
    void holdsOneDrillAtATimeInOnePlace(Database database) {
        var ground = twoVersions(database);
        var first = held(ground);
        assertThat(refused(ground.drills.hold(PAYMENTS, STAGING)))
                .contains(first.release() + " is under way in staging");

        ground.drills.judge(Ground.release(first), "it fell over");
        assertThat(ground.drills.hold(PAYMENTS, STAGING)).isInstanceOf(Holding.Held.class);
    }

    @EveryDatabase
    void isGoodWhereItIsBackInTimeAndAsItWas(Database database) {
        var ground = twoVersions(database);
        var drill = ground.drilled(12);

        var judged = ground.drills.judge(Ground.release(drill), "");

        assertThat(judged.outcome()).as(judged.reason()).isEqualTo(Outcome.GOOD);
        assertThat(judged.took()).isEqualTo(Duration.ofSeconds(12));
        assertThat(judged.reason()).isEqualTo("Back in 12 s; it may take 5 min.");
        var evidence = Evidence.of(judged.evidence());
        assertThat(evidence.moves()).extracting(Evidence.Moved::direction).containsExactly("forward", "back");
        assertThat(evidence.places()).allMatch(Evidence.Before::kept);
        assertThat(ground.drills.judge(Ground.release(drill), "again")).isEqualTo(judged);
        assertThat(ground.drills.of(Ground.release(drill))).contains(judged);
        assertThat(database.published(DrillEvent.Ended.class)).hasSize(1);
    }

    @EveryDatabase
    void failsWhereItIsTooSlow(Database database) {
        var ground = twoVersions(database);
        var drill = ground.drilled(301);

        var judged = ground.drills.judge(Ground.release(drill), "");

        assertThat(judged.outcome()).isEqualTo(Outcome.TOO_SLOW);
        assertThat(judged.outcome().bad()).isTrue();
        assertThat(judged.reason()).isEqualTo("Going back took 5 min 1 s and may take 5 min.");
    }

    @EveryDatabase
    void failsWhereSomethingIsNotAsItWasOrAHandWasNeeded(Database database) {
        var ground = twoVersions(database);
        var left = ground.drilled(1);
        ground.there("9.9.9", "somebody");
        assertThat(ground.drills.judge(Ground.release(left), "").reason())
                .isEqualTo("payments/service in staging was at 1.0.0 and is now at 9.9.9.");
        ground.there("1.0.0", "payments-1.0.0");

        var helped = ground.drilled(1);
        ground.moved(helped, Move.Direction.BACK, "1.0.0", Move.Status.FAILED);
        var judged = ground.drills.judge(Ground.release(helped), "");
        assertThat(judged.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(judged.reason()).contains("could not be put back at once");

        var nothing = held(ground);
        assertThat(ground.drills.judge(Ground.release(nothing), "").reason()).isEqualTo("Nothing was taken back.");
    }

    @EveryDatabase
    void endsWithTheReleaseThatCarriesIt(Database database) {
        var ground = twoVersions(database);
        var cancelled = held(ground);
        ground.drills.on(new ReleaseEvent.Concluded(Ground.release(cancelled), State.CANCELLED, "not now"));
        assertThat(ground.drills.of(Ground.release(cancelled)))
                .hasValueSatisfying(drill -> assertThat(drill.outcome()).isEqualTo(Outcome.CANCELLED));

        var judged = ground.drilled(1);
        ground.drills.judge(Ground.release(judged), "");
        ground.drills.on(new ReleaseEvent.Concluded(Ground.release(judged), State.ROLLED_BACK, ""));
        assertThat(ground.drills.of(Ground.release(judged)))
                .hasValueSatisfying(drill -> assertThat(drill.outcome()).isEqualTo(Outcome.GOOD));
    }

    @EveryDatabase
    void holdsWhatIsDueOnceHoweverManyNodesLook(Database database) throws Exception {
        var ground = twoVersions(database);
        assertThat(ground.plans.plan(order("FREQ=DAILY;INTERVAL=14", null))).isInstanceOf(Planning.Made.class);
        var plan = ground.plans.all().get(0);
        assertThat(plan.next()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
        assertThat(ground.drills.holdDue()).isZero();

        ground.now = MONDAY.plus(Duration.ofDays(40));
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> look = ground.drills::holdDue;
            for (var looked : nodes.invokeAll(List.of(look, look, look, look))) {
                looked.get();
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(ground.drills.page(PAYMENTS, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(drill -> {
                    assertThat(drill.outcome()).isEqualTo(Outcome.RUNNING);
                    assertThat(drill.scheduled()).isTrue();
                    assertThat(drill.threshold()).isEqualTo(Duration.ofMinutes(2));
                });
        assertThat(ground.plans.all().get(0).next()).isEqualTo(Instant.parse("2027-01-05T09:00:00Z"));
        assertThat(new Ground(database).plans.all()).as("another start").isEqualTo(ground.plans.all());
    }

    @EveryDatabase
    void showsADrillThatCouldNotBeHeld(Database database) {
        var ground = new Ground(database).released("1.0.0");
        ground.plans.plan(order("FREQ=DAILY", null));
        ground.now = MONDAY.plus(Duration.ofDays(2));

        ground.drills.holdDue();

        assertThat(ground.drills.newest()).singleElement().satisfies(drill -> {
            assertThat(drill.outcome()).isEqualTo(Outcome.NOT_HELD);
            assertThat(drill.reason()).contains("to go back to");
            assertThat(drill.release()).isNull();
        });
        assertThat(database.published(DrillEvent.NotHeld.class)).hasSize(1);
        assertThat(ground.drills.holdDue()).as("until the next day").isZero();
    }

    @EveryDatabase
    void plansByARuleInTheProductsZoneAndRefusesWhatIsNone(Database database) {
        var ground = new Ground(database);
        ground.plans.plan(order("FREQ=MONTHLY;BYDAY=1TU", null));
        var first = ground.plans.all().get(0);
        assertThat(first.next()).isEqualTo(Instant.parse("2026-12-01T09:00:00Z"));
        ground.now = MONDAY.plus(Duration.ofDays(1));
        ground.plans.plan(order("FREQ=MONTHLY;BYDAY=1TU", null));
        assertThat(ground.plans.all()).as("the same again").containsExactly(first);
        assertThat(database.published(DrillEvent.Planned.class)).hasSize(1);

        assertThat(flaws(ground.plans.plan(order("every tuesday", null)))).containsExactly("rule");
        assertThat(flaws(ground.plans.plan(new DrillOrder(PAYMENTS, STAGING, null, "FREQ=DAILY", Duration.ZERO))))
                .containsExactly("threshold");
        assertThat(flaws(ground.plans.plan(
                        new DrillOrder(PAYMENTS, PRODUCTION, null, "FREQ=DAILY", Duration.ofMinutes(1)))))
                .containsExactly("environment");

        assertThat(ground.plans.unplan(PAYMENTS, STAGING)).isInstanceOf(Planning.Ended.class);
        assertThat(ground.plans.all()).isEmpty();
    }

    @EveryDatabase
    void tellsPoliciesHowLongAgoTheLastGoodDrillWas(Database database) {
        var ground = twoVersions(database);
        var release = ground.released.get(0);
        assertThat(ground.facts.aboutProspect(release)).containsEntry(Fact.DAYS_SINCE_DRILL, -1);
        var drill = ground.drilled(1);
        ground.drills.judge(Ground.release(drill), "");
        var bad = ground.drilled(1);
        ground.facts.on(new DrillEvent.Ended(ground.drills.judge(Ground.release(bad), "it fell over")));

        ground.now = ground.now.plus(Duration.ofDays(9));

        assertThat(ground.facts.aboutProspect(release)).containsEntry(Fact.DAYS_SINCE_DRILL, 9);
    }

    private static Ground twoVersions(Database database) {
        return new Ground(database).released("1.0.0").released("2.0.0").there("1.0.0", "payments-1.0.0");
    }

    private static DrillOrder order(String rule, java.time.@org.jspecify.annotations.Nullable LocalDateTime start) {
        return new DrillOrder(PAYMENTS, STAGING, start, rule, Duration.ofMinutes(2));
    }

    private static Drill held(Ground ground) {
        return ((Holding.Held) ground.drills.hold(PAYMENTS, STAGING)).drill();
    }

    private static String refused(Holding holding) {
        return ((Holding.Refused) holding).flaws().get(0).reason();
    }

    private static List<String> flaws(Planning planning) {
        return Stream.of((Planning.Refused) planning)
                .flatMap(refused -> refused.flaws().stream())
                .map(Flaw::field)
                .toList();
    }
}
