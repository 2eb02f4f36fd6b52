package dev.slipway.flow.work;

import dev.slipway.deployment.WorkLog;
import dev.slipway.release.ReleaseId;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/** Visits of workers that a test plays. */
public final class Visits {

    private Visits() {}

    public static Visit of(LockedExternalTask task, WorkLog log) {
        return new Visit(task.getActivityInstanceId(), new ReleaseId(task.getBusinessKey()), task.getTopicName(), log);
    }
}
