package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.WorkLog;
import dev.slipway.flow.work.Worker;
import dev.slipway.release.State;
import java.time.Duration;
import org.camunda.bpm.engine.runtime.Execution;
import org.junit.jupiter.api.Test;

class WorkerProcessTests extends ProcessTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void doesTheWorkByItself() {
        flows.apply(product);
        var worker = flows.bean(Worker.class);
        worker.start();
        try {
            var id = flows.open(product.version("1.0.0"));

            await().atMost(LONG).until(() -> {
                flows.jobsOnly(id);
                return product.running("production").equals("1.0.0");
            });
            await().atMost(LONG).until(() -> {
                flows.watchBegunLongAgo(id);
                flows.jobsOnly(id);
                return flows.release(id).state() == State.RELEASED;
            });
        } finally {
            worker.stop();
        }
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void leavesPausedWorkToWhoeverComesNext() {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        flows.go(id);
        var worker = flows.bean(Worker.class);

        worker.start();
        worker.stop();

        assertThat(flows.engine
                        .getExternalTaskService()
                        .createExternalTaskQuery()
                        .processInstanceIdIn(
                                flows.all(id).stream().map(Execution::getId).toArray(String[]::new))
                        .notLocked()
                        .count())
                .isOne();
        flows.letTheWatchPass(id);
        flows.expect(id, State.RELEASED);
    }

    @Test
    void keepsALogOfEveryStep() {
        var id = released("1.0.0");

        assertThat(flows.bean(WorkLog.class).visits(id))
                .extracting(WorkLog.Visit::step)
                .contains("verify-artifacts", "run-checks", "deploy to staging", "smoke-check", "analyse");
    }

    @Test
    void movesEachComponentOnceForAVisit() {
        var id = released("1.0.0");

        assertThat(flows.bean(Deployments.class).of(id))
                .extracting(move -> move.environment().value())
                .containsExactly("staging", "production");
    }
}
