package dev.slipway.flow.step;

import dev.slipway.release.ReleaseId;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Tells which release a flow, or a part that it has called, is about. */
final class Releasing {

    private Releasing() {}

    static ReleaseId of(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        if (key == null) {
            throw new FlowWithoutRelease(execution.getProcessInstanceId());
        }
        return new ReleaseId(key);
    }
}
