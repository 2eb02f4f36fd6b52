package dev.slipway.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deployment.WorkLog;
import dev.slipway.flow.work.Visits;
import dev.slipway.flow.work.WorkStep;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.State;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.junit.jupiter.api.Test;

/** Work whose end the engine has not heard of, because the worker died in between. */
class DyingWorkerProcessTests extends ProcessTest {

    @Test
    void keepsWhatTheChecksOfADeadWorkerFound() throws Exception {
        flows.apply(product);
        var id = flows.open(product.version("1.0.0"));
        runJobs(id);
        flows.engine
                .getExternalTaskService()
                .complete(taken(id, "verify-artifacts").getId(), "dying");

        var checks = taken(id, "run-checks");
        context.getBean("runChecks", WorkStep.class)
                .work(Visits.of(checks, flows.bean(WorkLog.class)), checks.getVariables());
        flows.engine.getExternalTaskService().unlock(checks.getId());
        flows.go(id);
        flows.letTheWatchPass(id);

        flows.expect(id, State.RELEASED);
    }

    private void runJobs(ReleaseId id) {
        var job = flows.jobs(id).findFirst();
        while (job.isPresent()) {
            flows.engine.getManagementService().executeJob(job.get().getId());
            job = flows.jobs(id).findFirst();
        }
    }

    private LockedExternalTask taken(ReleaseId id, String topic) {
        var tasks = flows.engine
                .getExternalTaskService()
                .fetchAndLock(1, "dying")
                .topic(topic, 60_000)
                .businessKey(id.value())
                .execute();
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }
}
