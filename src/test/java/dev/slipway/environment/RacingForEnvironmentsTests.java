package dev.slipway.environment;

import static dev.slipway.environment.Harbour.PRODUCTION;
import static dev.slipway.environment.Harbour.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.environment.Claiming.Claimed;
import dev.slipway.environment.EnvironmentEvent.Free;
import dev.slipway.release.ReleaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class RacingForEnvironmentsTests {

    private static final int RELEASES = 8;

    @EveryDatabase
    void letsExactlyOneOfEightHoldANewPlace(Database database) throws Exception {
        var environments = new Harbour(database).environments;

        var claimings = together(number -> environments.claim(Harbour.release(number), STAGING));

        assertThat(claimings).filteredOn(Claimed.class::isInstance).hasSize(1);
        assertThat(environments.claims())
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.queue()).hasSize(RELEASES - 1));
    }

    /** Each release asks, waits to be told where it is refused, and asks again, as a flow does. Each is told after commit only. */
    @EveryDatabase
    void handsThePlaceThroughAllWhoWait(Database database) throws Exception {
        var told = new ConcurrentHashMap<ReleaseId, Semaphore>();
        var inside = new Semaphore(1);
        var order = new CopyOnWriteArrayList<ReleaseId>();
        var environments = new Harbour(database, event -> tell(event, told)).environments;

        together(number -> {
            var me = Harbour.release(number);
            while (!(environments.claim(me, STAGING) instanceof Claimed)) {
                assertThat(bell(told, me).tryAcquire(20, TimeUnit.SECONDS))
                        .as("%s is told", me)
                        .isTrue();
            }
            assertThat(inside.tryAcquire()).as("%s is alone", me).isTrue();
            order.add(me);
            inside.release();
            environments.release(me, STAGING);
            return me;
        });

        assertThat(order).hasSize(RELEASES).doesNotHaveDuplicates();
        assertThat(environments.claims()).isEmpty();
    }

    @EveryDatabase
    void losesNoTurnWhileHoldersAndWaitersEnd(Database database) throws Exception {
        var harbour = new Harbour(database);
        for (var number = 0; number < RELEASES; number++) {
            harbour.environments.claim(Harbour.release(number), STAGING);
            harbour.environments.claim(Harbour.release(number), PRODUCTION);
        }
        var last = new ReleaseId("payments-last");
        harbour.environments.claim(last, STAGING);
        harbour.environments.claim(last, PRODUCTION);

        together(number -> {
            harbour.end(Harbour.release(number));
            return number;
        });

        assertThat(database.published(Free.class)).contains(new Free(last, STAGING), new Free(last, PRODUCTION));
        assertThat(harbour.environments.claim(last, STAGING)).isInstanceOf(Claimed.class);
        assertThat(harbour.environments.claim(last, PRODUCTION)).isInstanceOf(Claimed.class);
    }

    private static void tell(Object event, Map<ReleaseId, Semaphore> told) {
        if (event instanceof Free free) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell(told, free.release()).release();
                }
            });
        }
    }

    private static Semaphore bell(Map<ReleaseId, Semaphore> told, ReleaseId release) {
        return told.computeIfAbsent(release, waiter -> new Semaphore(0));
    }

    private static <T> List<T> together(Act<T> act) throws Exception {
        var barrier = new CyclicBarrier(RELEASES);
        var threads = Executors.newFixedThreadPool(RELEASES);
        try {
            var futures = new ArrayList<Future<T>>();
            for (var index = 0; index < RELEASES; index++) {
                var number = index;
                futures.add(threads.submit(() -> {
                    barrier.await();
                    return act.of(number);
                }));
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

    private interface Act<T> {

        T of(int number) throws Exception;
    }
}
