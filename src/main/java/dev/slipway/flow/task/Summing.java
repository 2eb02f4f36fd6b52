package dev.slipway.flow.task;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;

import dev.slipway.release.ReleaseId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Gives a user task what its form shows, as a variable of that task alone. */
@Component
class Summing implements TaskListener {

    static final String SUMMARY = "summary";

    private final Summaries summaries;

    Summing(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public void notify(DelegateTask task) {
        var release = task.getExecution().getProcessBusinessKey();
        if (release != null) {
            var summary = summaries.of(new ReleaseId(release), APPROVAL_ID.find(task));
            task.setVariableLocal(SUMMARY, SpinValues.jsonValue(summary.text()).create());
        }
    }
}
