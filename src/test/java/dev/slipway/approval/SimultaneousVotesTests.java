package dev.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SimultaneousVotesTests {

    private final Neighbourhood neighbours =
            new Neighbourhood().person("quin", "qa").person("quentin", "qa").asking("qa", 2);

    @EveryDatabase
    void countsBothOfTwentyPairs(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        for (int pair = 0; pair < 20; pair++) {
            neighbours.planVersion++;
            var approval = ballot.open("visit-" + pair);

            var votes =
                    together(() -> ballot.approve(approval, 1, "quin"), () -> ballot.approve(approval, 2, "quentin"));

            assertThat(votes).allMatch(Voting.Counted.class::isInstance);
            assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.APPROVED);
        }
        assertThat(database.published(ApprovalEvent.Voted.class)).hasSize(40);
    }

    @EveryDatabase
    void countsAnApprovalAndARejection(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        for (int pair = 0; pair < 20; pair++) {
            neighbours.planVersion++;
            var approval = ballot.open("visit-" + pair);

            var votes = together(
                    () -> ballot.approve(approval, 1, "quin"),
                    () -> ballot.vote(approval, 2, "quentin", Decision.REJECT, "not yet"));

            assertThat(votes).allMatch(Voting.Counted.class::isInstance);
            assertThat(ballot.settle(approval)).isEqualTo(Approval.Outcome.REJECTED);
        }
    }

    @EveryDatabase
    void givesOnePersonOneOfTwoSeats(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        for (int pair = 0; pair < 10; pair++) {
            neighbours.planVersion++;
            var approval = ballot.open("visit-" + pair);

            var votes = together(() -> ballot.approve(approval, 1, "quin"), () -> ballot.approve(approval, 2, "quin"));

            assertThat(votes).filteredOn(Voting.Counted.class::isInstance).hasSize(1);
            assertThat(votes).filteredOn(Voting.Refused.class::isInstance).hasSize(1);
            assertThat(ballot.again(approval).seats())
                    .filteredOn(seat -> seat.voter() != null)
                    .hasSize(1);
        }
    }

    @EveryDatabase
    void givesOneSeatToOneOfTwoPeople(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        for (int pair = 0; pair < 10; pair++) {
            neighbours.planVersion++;
            var approval = ballot.open("visit-" + pair);

            var votes =
                    together(() -> ballot.approve(approval, 1, "quin"), () -> ballot.approve(approval, 1, "quentin"));

            assertThat(votes).filteredOn(Voting.Counted.class::isInstance).hasSize(1);
            assertThat(votes).filteredOn(Voting.Refused.class::isInstance).hasSize(1);
        }
    }

    @EveryDatabase
    void opensOneRequestForOneVisit(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        for (int pair = 0; pair < 50; pair++) {
            var visit = "visit-" + pair;

            var opened = together(() -> ballot.open(visit), () -> ballot.open(visit));

            assertThat(opened.get(0)).isEqualTo(opened.get(1));
            assertThat(opened.get(0).seats()).hasSize(2);
        }
        assertThat(database.published(ApprovalEvent.Opened.class)).hasSize(50);
    }

    @EveryDatabase
    void settlesOnceAlthoughTwoTry(Database database) throws Exception {
        var ballot = new Ballot(database, neighbours);
        var approval = ballot.open();

        together(() -> ballot.settle(approval), () -> ballot.settle(approval));

        assertThat(database.published(ApprovalEvent.Settled.class)).hasSize(1);
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(() -> {
                barrier.await();
                return one.call();
            });
            Future<T> second = threads.submit(() -> {
                barrier.await();
                return other.call();
            });
            return List.of(first.get(), second.get());
        } finally {
            threads.shutdown();
        }
    }
}
