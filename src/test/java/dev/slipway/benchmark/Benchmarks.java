package dev.slipway.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How fast Slipway is, each figure beside something plain that was measured in the same run: {@code mvn test -Dtest=Benchmarks}. What the figures mean is
 * said in {@code docs/reference/performance.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Benchmarks {

    private final Figures figures = new Figures();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void flow(Store store) throws Exception {
        new DevOpsFlow(store, new Workshop(own("flow", store))).race(figures);
    }

    @ParameterizedTest
    @EnumSource
    @Order(2)
    void board(Store store) throws Exception {
        new Board(store, new Workshop(own("board", store))).race(figures);
    }

    @ParameterizedTest
    @EnumSource
    @Order(3)
    void journal(Store store) throws Exception {
        new Appending(store, own("journal", store)).race(figures);
    }

    @Test
    @Order(4)
    void idle() throws Exception {
        new Idle(Files.createDirectories(folder.resolve("idle"))).look(figures);
    }

    @AfterAll
    void print() throws IOException {
        figures.print();
    }

    private Path own(String purpose, Store store) throws IOException {
        return Files.createDirectories(folder.resolve(purpose + "-" + store.name()));
    }
}
