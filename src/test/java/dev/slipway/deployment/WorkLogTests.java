package dev.slipway.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.EveryDatabase;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class WorkLogTests {

    private static final ReleaseId RELEASE = new ReleaseId("payments-1.0.0");

    @EveryDatabase
    void streamsChunkByChunk(Database database) {
        var log = new Yard(database).log;
        log.append(RELEASE, "v1", "deploy", "one\n");
        log.append(RELEASE, "v1", "deploy", "two\n");

        assertThat(log.read("v1", 1)).containsExactly(new WorkLog.Chunk(1, "two\n"));
        assertThat(log.read("v1", 2)).isEmpty();
        assertThat(log.visits(RELEASE))
                .singleElement()
                .satisfies(visit -> assertThat(visit.step()).isEqualTo("deploy"));
    }

    @EveryDatabase
    void staysWhenTheCallersTransactionIsRolledBack(Database database) {
        var log = new Yard(database).log;

        database.transactions().executeWithoutResult(status -> {
            log.append(RELEASE, "v1", "deploy", "kept\n");
            status.setRollbackOnly();
        });

        assertThat(log.read("v1", 0)).hasSize(1);
    }

    @EveryDatabase
    void saysThatItWasCutAtAMegabyte(Database database) {
        var log = new Yard(database).log;
        var block = "ü".repeat(200_000) + "\n";
        IntStream.range(0, 5).forEach(number -> log.append(RELEASE, "v1", "deploy", block));

        var text = log.read("v1", 0).stream().map(WorkLog.Chunk::text).collect(Collectors.joining());

        assertThat(text.length()).isBetween(500_000, 530_000);
        assertThat(text)
                .endsWith("[the log is longer than 1 MiB and was cut here]\n")
                .containsOnlyOnce("was cut here");
        assertThat(text).doesNotContain("\uFFFD");
    }

    @EveryDatabase
    void losesNothingOfTwoWhoWriteAtOnce(Database database) {
        var log = new Yard(database).log;
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 10)
                        .forEach(line -> log.append(RELEASE, "v1", "deploy", writer + "." + line + "\n"))))
                .toList();
        writers.forEach(CompletableFuture::join);

        assertThat(log.read("v1", 0))
                .hasSize(40)
                .extracting(WorkLog.Chunk::text)
                .doesNotHaveDuplicates();
    }

    @EveryDatabase
    void masksSecrets(Database database) {
        var log = new Yard(database).log;
        log.append(RELEASE, "v1", "deploy", "key hunter22 and Bearer abcdefgh12345678\0\n", List.of("hunter22"));

        assertThat(log.read("v1", 0)).containsExactly(new WorkLog.Chunk(0, "key **** and Bearer ****\n"));
    }
}
