package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.journal.Actor;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.release.Delivery;
import dev.slipway.release.Delivery.Stage;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import dev.slipway.release.State;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every strategy on a target where instances are moved instead of users. */
class StrategyProcessTests extends ProcessTest {

    private static final List<Stage> HALVES =
            List.of(new Stage(50, Duration.ofSeconds(20)), new Stage(100, Duration.ZERO));

    @ParameterizedTest
    @ValueSource(strings = {"rolling", "canary", "flagged"})
    void goesByTheStagesOfThePlan(String strategy) {
        released("1.0.0");
        var id = begin(new Delivery(strategy, HALVES));
        passDarkness(id);
        assertThat(product.instances("production")).containsExactly("2.0.0", "2.0.0", "1.0.0", "1.0.0");

        passWatches(id);

        flows.expect(id, State.RELEASED);
        assertThat(product.instances("production")).containsOnly("2.0.0");
        assertThat(shares(id)).containsExactly(50, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling", "canary"})
    void bringsBackWhatFallsIllOnItsWay(String strategy) {
        released("1.0.0");
        var id = begin(new Delivery(strategy, HALVES));
        passDarkness(id);

        product.fallsIll("production");
        passWatches(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("did not answer /health well");
        assertThat(product.instances("production")).containsOnly("1.0.0");
        assertThat(shares(id)).containsExactly(50);
    }

    @Test
    void keepsTheOldVersionForAWhileAfterASwitch() {
        released("1.0.0");
        var id = begin(new Delivery("blue-green", List.of(), Duration.ofHours(2), 0));

        flows.letTheWatchPass(id);
        flows.letTheWatchPass(id);
        assertThat(flows.waiting(id))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.until()).isNotNull());
        flows.fire(id, "Event_OldVersionKept");
        passWatches(id);

        flows.expect(id, State.RELEASED);
        assertThat(product.instances("production")).containsOnly("2.0.0");
    }

    @Test
    void bringsBackWhatFallsIllAfterASwitch() {
        released("1.0.0");
        var id = begin(new Delivery("blue-green", List.of()));
        flows.letTheWatchPass(id);

        product.fallsIll("production");
        passWatches(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rolling", "blue-green", "flagged"})
    void bringsBackWhatCannotBeDeployed(String strategy) {
        released("1.0.0");
        flows.apply(product.critical().delivered(new Delivery(strategy, List.of())));
        var id = flows.open(product.version("2.0.0"));
        flows.go(id);
        product.loses("2.0.0");

        flows.vote(id, "olga", "approve");
        passWatches(id);

        flows.expect(id, State.ROLLED_BACK);
        assertThat(flows.release(id).outcome()).contains("cannot be had");
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @Test
    void asksThePolicyWhereThePlanNamesNoStrategy() {
        released("1.0.0");
        flows.apply(product.critical().delivered(Delivery.BY_POLICY));
        var id = flows.open(product.version("2.0.0"));
        flows.go(id);
        flows.vote(id, "olga", "approve");
        assertThat(product.instances("production")).containsExactly("2.0.0", "1.0.0", "1.0.0", "1.0.0");

        passWatches(id);

        flows.expect(id, State.RELEASED);
        assertThat(shares(id)).containsExactly(5, 25, 50, 100);
        assertThat(entry(id, "flow.strategy-chosen").payload()).contains("canary");
    }

    @Test
    void goesNoFurtherWhileItIsOnHold() {
        released("1.0.0");
        var id = begin(new Delivery("canary", HALVES));

        hold(id);
        passWatches(id);
        assertThat(product.instances("production")).containsExactly("2.0.0", "2.0.0", "1.0.0", "1.0.0");
        resume(id);
        passWatches(id);

        flows.expect(id, State.RELEASED);
    }

    @Test
    void canBeCalledOffBetweenTwoStages() {
        released("1.0.0");
        var id = begin(new Delivery("canary", HALVES));

        cancel(id, "Too many complaints.");
        flows.letTheWatchPass(id);
        flows.complete(id, "Activity_DecideAboutRollBack", "rita", "rollBack", "roll-back", "reason", "Better so.");

        flows.expect(id, State.CANCELLED);
        assertThat(product.instances("production")).containsOnly("1.0.0");
    }

    @Test
    void followsAPlanThatIsAmendedOnTheWay() {
        released("1.0.0");
        var id = begin(new Delivery("canary", HALVES));

        flows.as(
                Actor.person("rita"),
                () -> flows.bean(Releases.class)
                        .amend(
                                id,
                                plan -> plan.withDelivery(new Delivery(
                                        "canary",
                                        List.of(
                                                new Stage(50, Duration.ZERO),
                                                new Stage(75, Duration.ZERO),
                                                new Stage(100, Duration.ZERO)))),
                                "slower"));
        passWatches(id);

        flows.expect(id, State.RELEASED);
        assertThat(shares(id)).containsExactly(50, 75, 100);
    }

    private ReleaseId begin(Delivery delivery) {
        var id = flows.open(product.delivered(delivery).version("2.0.0"));
        flows.go(id);
        return id;
    }

    /** Nobody sees anything of it yet. */
    private void passDarkness(ReleaseId id) {
        if (shares(id).isEmpty()) {
            flows.letTheWatchPass(id);
        }
    }

    private void passWatches(ReleaseId id) {
        for (var watch = 0; watch < 8 && !flows.all(id).isEmpty(); watch++) {
            flows.letTheWatchPass(id);
        }
    }

    private List<Integer> shares(ReleaseId id) {
        return flows.bean(Deployments.class).of(id).stream()
                .filter(move -> move.environment().value().equals("production"))
                .filter(move -> move.direction() == Move.Direction.FORWARD)
                .map(Move::share)
                .toList();
    }

    private Entry entry(ReleaseId id, String act) {
        return flows.bean(Journal.class).read(id.value(), 0, 200).stream()
                .filter(each -> each.act().equals(act))
                .findFirst()
                .orElseThrow();
    }
}
