package dev.slipway.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.journal.JournalFixture.Did;
import dev.slipway.journal.Verification.Whole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentWritersTests {

    private static final int WRITERS = 8;
    private static final int ACTS = 15;

    @TempDir
    Path folder;

    @EveryDatabase
    void leaveNoGapInOneChain(Database database) throws Exception {
        var fixture = JournalFixture.on(database);

        atOnce(WRITERS, writer -> fixture.did("shop-1", ACTS));

        assertThat(fixture.journal().verify("shop-1")).isEqualTo(new Whole(WRITERS * ACTS));
    }

    @EveryDatabase
    void makeNewChainsTogether(Database database) throws Exception {
        var fixture = JournalFixture.on(database);

        for (var round = 0; round < 10; round++) {
            var chain = "shop-" + round;
            atOnce(WRITERS, writer -> fixture.did(chain, 1));
            assertThat(fixture.journal().verify(chain)).isEqualTo(new Whole(WRITERS));
        }
    }

    @EveryDatabase
    void meetOnSeveralChainsWithoutWaitingInACircleWhileSomebodySeals(Database database) throws Exception {
        var fixture = JournalFixture.on(database);
        var chains = List.of("Zeta-1", "alpha-1", "alpha 2", "beta-1");

        atOnce(WRITERS, writer -> {
            for (var act = 0; act < ACTS; act++) {
                var offset = writer + act;
                database.transactions()
                        .executeWithoutResult(status -> IntStream.range(0, 3)
                                .mapToObj(step -> chains.get((offset + step * (writer % 2 == 0 ? 1 : 3)) % 4))
                                .forEach(chain -> fixture.events()
                                        .publishEvent(new Did(chain, "test.done", Map.of("by", writer), Map.of()))));
                if (writer < 2) {
                    fixture.sealer(folder.resolve("key-" + writer)).seal();
                }
            }
        });
        fixture.sealer(folder.resolve("key-0")).seal();

        var lengths = chains.stream().map(fixture.journal()::verify).toList();
        assertThat(lengths).allMatch(Whole.class::isInstance);
        assertThat(lengths.stream()
                        .mapToLong(length -> ((Whole) length).entries())
                        .sum())
                .isEqualTo(WRITERS * ACTS * 3L);
        assertThat(fixture.journal().verifySeals()).isInstanceOf(Whole.class);
        assertThat(database.jdbc()
                        .sql("select sum(number) from (select max(number) as number from journal_sealed_head"
                                + " where chain <> 'slipway' group by chain) newest")
                        .query(Long.class)
                        .single())
                .isEqualTo(WRITERS * ACTS * 3L);
    }

    private static void atOnce(int writers, IntConsumer work) throws Exception {
        var threads = Executors.newFixedThreadPool(writers);
        try {
            var start = new CountDownLatch(1);
            var results = new ArrayList<Future<?>>();
            for (var writer = 0; writer < writers; writer++) {
                var number = writer;
                results.add(threads.submit(() -> {
                    start.await();
                    work.accept(number);
                    return number;
                }));
            }
            start.countDown();
            for (var result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
