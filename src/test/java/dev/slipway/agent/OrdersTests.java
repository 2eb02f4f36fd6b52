package dev.slipway.agent;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.Journaled;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

class OrdersTests {

    @EveryDatabase
    void isGivenToOneHandUntilItsLockRunsOut(Database database) {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        office.comes("north-2", "zone=north", "deploy");
        office.place("zone=north");
        office.place("zone=north");

        var taken = office.take("north-1", "deploy");
        assertThat(taken).hasSize(1);
        assertThat(office.take("north-2", "deploy")).isEmpty();
        office.passes(Duration.ofSeconds(31));
        assertThat(office.orders.look("v", "staging shop/api")).isPresent();
        var again = office.take("north-2", "deploy");
        assertThat(again).extracting(handed -> handed.order().attempts()).containsExactly(2);
        var id = again.get(0).order().id();

        assertThat(office.report("north-1", id, Order.State.DONE)).isInstanceOf(Handling.NotYours.class);
        assertThat(office.report("north-2", id, Order.State.DONE)).isInstanceOf(Handling.Accepted.class);
        assertThat(office.orders.look("v", "staging shop/api").orElseThrow().state())
                .isEqualTo(Order.State.DONE);
        assertThat(database.published(Journaled.class))
                .extracting(Journaled::act)
                .containsExactly(
                        "agent.connected",
                        "agent.connected",
                        "agent.order-taken",
                        "agent.order-taken",
                        "agent.order-reported");
    }

    @EveryDatabase
    void isGivenOnlyToThoseWhoAreMeantAndMay(Database database) {
        var office = new Office(database);
        office.comes("south-1", "zone=south", "deploy");
        office.comes("north-1", "zone=north", "deploy", "restore");
        office.place("zone=north");

        assertThat(office.take("south-1", "deploy")).as("another label").isEmpty();
        assertThat(office.take("north-1", "restore")).as("another topic").isEmpty();
        assertThat(office.desk.take(
                        Office.caller("agents", Set.of("books"), "deploy"),
                        office.agent("north-1"),
                        office.worker("north-1"),
                        1,
                        Map.of("deploy", Duration.ofSeconds(30))))
                .as("a token for another product")
                .isEmpty();
        office.agents.leave(Office.caller("agents", Set.of(), "deploy"), "north-1", "s-north-1");
        assertThat(office.take("north-1", "deploy")).as("it has left").isEmpty();
        assertThat(office.standing()).isEqualTo("no agent with topic deploy is connected that is meant by zone=north");
    }

    @EveryDatabase
    void whatMayStillWorkOnAnotherMachineIsGivenToNobodyElse(Database database) {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        office.comes("north-2", "zone=north", "deploy");
        office.place("zone=north");
        var id = office.take("north-1", "deploy").get(0).order().id();
        office.desk.begun(Office.caller("agents", Set.of(), "deploy"), id, office.worker("north-1"));

        office.passes(Duration.ofSeconds(31));
        office.look();
        assertThat(office.take("north-2", "deploy")).isEmpty();
        office.beat("north-2");
        assertThat(office.standing()).isEqualTo("what was begun on north-1.example may still work");
        office.passes(Office.PATIENCE);
        office.beat("north-2");
        office.look();
        assertThat(office.take("north-2", "deploy")).hasSize(1);
    }

    @EveryDatabase
    void itsAgentTakesItBackAtOnceWhenItIsStartedAgain(Database database) {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        office.place("zone=north");
        var id = office.take("north-1", "deploy").get(0).order().id();
        office.desk.begun(Office.caller("agents", Set.of(), "deploy"), id, office.worker("north-1"));

        assertThat(office.greet("north-1", "s-new", "elsewhere.example"))
                .as("the name is taken")
                .isInstanceOf(Reception.Refused.class);
        assertThat(office.greet("north-1", "s-new", "north-1.example")).isInstanceOf(Reception.Welcome.class);
        assertThat(office.greet("north-1", "s-north-1", "north-1.example"))
                .as("its earlier life comes back and takes over in turn")
                .isInstanceOf(Reception.Welcome.class);
        office.greet("north-1", "s-new", "north-1.example");
        assertThat(office.desk.take(
                        Office.caller("agents", Set.of(), "deploy"),
                        office.agent("north-1"),
                        "north-1/s-new/1",
                        1,
                        Map.of("deploy", Duration.ofSeconds(30))))
                .hasSize(1);
    }

    @EveryDatabase
    void restsAfterAnAttemptThatCameToNothingUntilItIsPlacedAgain(Database database) {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        office.place("zone=north");
        office.report("north-1", office.take("north-1", "deploy").get(0).order().id(), Order.State.CAME_TO_NOTHING);

        assertThat(office.take("north-1", "deploy")).isEmpty();
        office.orders.rest(office.look());
        assertThat(office.take("north-1", "deploy")).isEmpty();
        office.place("zone=north");
        var again = office.take("north-1", "deploy");
        assertThat(again).extracting(handed -> handed.order().attempts()).containsExactly(2);
    }

    @EveryDatabase
    void isHandedAtOnceToWhoeverWaitsForIt(Database database) throws Exception {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        var room = office.room();
        room.start();
        try {
            assertThat(office.waits(room, "north-1", Duration.ZERO))
                    .as("nobody waits")
                    .isCompleted();
            var first = office.waits(room, "north-1", Duration.ofSeconds(20));
            var second = office.waits(room, "north-1", Duration.ofSeconds(20));
            assertThat(first.get(10, SECONDS)).as("its hand asks again").isEmpty();
            assertThat(second).isNotDone();

            office.place("zone=north");
            room.on(new Arrival());
            var handed = second.get(10, SECONDS);
            assertThat(handed).hasSize(1);
            office.report("north-1", handed.get(0).order().id(), Order.State.DONE);

            var third = office.waits(room, "north-1", Duration.ofSeconds(20));
            office.leaves("north-1");
            room.on(new Arrival());
            assertThat(third.get(10, SECONDS)).as("it leaves").isEmpty();
        } finally {
            room.stop();
        }
    }

    @EveryDatabase
    void isWithdrawnOnlyWhileNobodyHasBegunItAndNotOfferedWhenNobodyWaits(Database database) {
        var office = new Office(database);
        office.comes("north-1", "zone=north", "deploy");
        office.place("zone=north");
        office.passes(Duration.ofMinutes(2));
        office.beat("north-1");
        assertThat(office.take("north-1", "deploy")).as("nobody waits").isEmpty();
        office.look();
        assertThat(office.take("north-1", "deploy")).hasSize(1);

        office.orders.withdraw(List.of("v"), "called off");
        assertThat(office.look().state()).isEqualTo(Order.State.TAKEN);
        office.orders.forget(Office.RELEASE);
        assertThat(office.orders.look("v", "staging shop/api")).isEmpty();
        office.place("zone=north");
        office.orders.withdraw(List.of("v"), "called off");
        assertThat(office.look().state()).isEqualTo(Order.State.FAILED);
        assertThat(office.look().reason()).isEqualTo("called off");
    }
}
