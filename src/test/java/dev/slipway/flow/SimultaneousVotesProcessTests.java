package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Database;
import dev.slipway.Slipway;
import dev.slipway.approval.Approval;
import dev.slipway.approval.Approvals;
import dev.slipway.approval.Decision;
import dev.slipway.approval.Seat;
import dev.slipway.identity.PersonId;
import dev.slipway.journal.Entry;
import dev.slipway.journal.Journal;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.history.HistoricJobLog;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** As in production: two nodes on one PostgreSQL, while the engine goes on with every vote at once. */
class SimultaneousVotesProcessTests extends ProcessTest {

    private static final int PAIRS = 20;

    @Override
    TestProduct product(String key) {
        return new TestProduct(key, "traditional-release", folder, "development", "qa", "uat", "production");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void countsBothOfTwentyPairsFromTwoNodesOnOnePostgresWhileJobsRun() throws Exception {
        var database = Database.emptyPostgres();
        try (var one = node(database, "voting");
                var other = node(database, "votingtoo")) {
            var here = RunningFlows.in(one);
            var there = RunningFlows.in(other);
            here.apply(product);
            for (var pair = 1; pair <= PAIRS; pair++) {
                var id = signOffWaiting(here, pair);

                var failures = voteTogether(here, there, id);
                while (approval(here, id).settled() == null) {
                    Thread.sleep(10);
                }

                expectBothCounted(here, id, failures);
            }
            expectNoTryUsedUp(here);
        }
    }

    private static ConfigurableApplicationContext node(String database, String name) {
        return new SpringApplicationBuilder(Slipway.class)
                .profiles("test")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--camunda.bpm.webapp.enabled=false",
                        "--camunda.bpm.process-engine-name=" + name,
                        "--camunda.bpm.job-execution.enabled=true");
    }

    /** A plan that Sam, as its stakeholder, and the product owner have to sign. */
    private ReleaseId signOffWaiting(RunningFlows running, int pair) throws InterruptedException {
        var plan = product.version("1." + pair + ".0").withStakeholders(List.of(new PersonId("sam")));
        var id = running.open(plan);
        while (running.tasks(id).size() < 2) {
            Thread.sleep(10);
        }
        return id;
    }

    /** Returns what went wrong. */
    private static List<String> voteTogether(RunningFlows here, RunningFlows there, ReleaseId id) throws Exception {
        var barrier = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);
        try {
            var seats = here.tasks(id);
            Future<String> stakeholder = threads.submit(() -> vote(here, seat(seats, true), "sam", barrier));
            Future<String> owner = threads.submit(() -> vote(there, seat(seats, false), "pia", barrier));
            return List.of(stakeholder.get(), owner.get());
        } finally {
            threads.shutdown();
        }
    }

    private static Task seat(List<Task> seats, boolean reserved) {
        return seats.stream()
                .filter(seat -> (seat.getAssignee() != null) == reserved)
                .findFirst()
                .orElseThrow();
    }

    private static String vote(RunningFlows running, Task seat, String person, CyclicBarrier barrier) throws Exception {
        barrier.await();
        try {
            running.complete(seat, person, "decision", "approve", "comment", "by " + person);
            return "";
        } catch (RuntimeException failure) {
            return person + ": " + failure;
        }
    }

    private static void expectBothCounted(RunningFlows running, ReleaseId id, List<String> failures) {
        assertThat(failures).containsExactly("", "");
        var approval = approval(running, id);
        assertThat(approval.seats()).hasSize(2).extracting(Seat::decision).containsOnly(Decision.APPROVE);
        assertThat(approval.settled()).isEqualTo(Approval.Outcome.APPROVED);
        assertThat(running.bean(Journal.class).read(id.value(), 0, 1000))
                .extracting(Entry::act)
                .filteredOn(act -> act.startsWith("approval."))
                .containsExactlyInAnyOrder("approval.opened", "approval.voted", "approval.voted", "approval.settled");
    }

    /** A job that collides is simply run again. */
    private static void expectNoTryUsedUp(RunningFlows running) {
        var ended =
                running.engine.getHistoryService().createHistoricJobLogQuery().successLog();
        assertThat(ended.list())
                .isNotEmpty()
                .extracting(HistoricJobLog::getJobRetries)
                .containsOnly(3);
    }

    private static Approval approval(RunningFlows running, ReleaseId id) {
        return running.bean(Approvals.class).of(id).get(0);
    }
}
