package dev.slipway.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

class SimultaneousOpeningTests {

    private static final int THREADS = 8;

    @EveryDatabase
    void makesOneReleaseOfEqualRequestsWithOneKey(Database database) throws Exception {
        var house = new House(database);

        var openings = together(index -> house.releases.open(House.plan("1.0"), "build-7"));

        assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(1);
        assertThat(openings).filteredOn(Opening.Existing.class::isInstance).hasSize(THREADS - 1);
        assertThat(database.published(ReleaseEvent.Opened.class))
                .extracting("release")
                .containsOnly(new ReleaseId("payments-1.0"));
    }

    @EveryDatabase
    void makesOneReleaseOfEqualRequestsWithDifferentKeys(Database database) throws Exception {
        var house = new House(database);

        var openings = together(index -> house.releases.open(House.plan("1.0"), "build-" + index));

        assertThat(openings).filteredOn(Opening.Opened.class::isInstance).hasSize(1);
        assertThat(openings).filteredOn(Opening.Existing.class::isInstance).hasSize(THREADS - 1);
    }

    @EveryDatabase
    void numbersDifferentCommitsOfOneVersion(Database database) throws Exception {
        var house = new House(database);
        for (var index = 0; index < THREADS; index++) {
            house.around.revisions.put("commit-" + index, KnownSurroundings.sha((char) ('0' + index)));
        }

        var openings = together(index -> house.releases.open(House.plan("1.0", "commit-" + index, ""), ""));

        assertThat(openings)
                .extracting(opening -> ((Opening.Opened) opening).release().id().value())
                .doesNotHaveDuplicates()
                .contains("payments-1.0", "payments-1.0-r" + THREADS);
    }

    @EveryDatabase
    void countsReleasesThatEndTogether(Database database) throws Exception {
        var house = new House(database);
        for (var index = 0; index < THREADS; index++) {
            house.open("1." + index);
        }

        together(index -> house.releases.conclude(new ReleaseId("payments-1." + index), State.RELEASED, "done"));
        together(index -> house.releases.conclude(new ReleaseId("payments-1.0"), State.FAILED, "late"));

        assertThat(house.releases.counts())
                .containsEntry(State.RELEASED, (long) THREADS)
                .containsEntry(State.PENDING, 0L)
                .containsEntry(State.FAILED, 0L);
    }

    private static <T> List<T> together(IntFunction<T> act) throws Exception {
        var barrier = new CyclicBarrier(THREADS);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var futures = new ArrayList<Future<T>>();
            for (var index = 0; index < THREADS; index++) {
                var mine = index;
                Callable<T> task = () -> {
                    barrier.await();
                    return act.apply(mine);
                };
                futures.add(threads.submit(task));
            }
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
