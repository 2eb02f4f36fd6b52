package dev.slipway.flow.task;

import static dev.slipway.flow.variable.StepVariables.APPROVAL_ID;
import static dev.slipway.flow.variable.StepVariables.CANCEL_REASON;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.FAILURE;
import static dev.slipway.flow.variable.StepVariables.REFUSAL;
import static dev.slipway.flow.variable.StepVariables.SHARE;

import dev.slipway.catalog.EnvironmentKey;
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
            var summary = summaries.of(new ReleaseId(release), APPROVAL_ID.find(task), occasion(task));
            task.setVariableLocal(SUMMARY, SpinValues.jsonValue(summary.text()).create());
        }
    }

    private static Summary.Occasion occasion(DelegateTask task) {
        return new Summary.Occasion(
                APPROVAL_ID.find(task).isPresent() ? task.getName() : "",
                ENVIRONMENT.find(task).map(EnvironmentKey::value).orElse(""),
                SHARE.find(task).map(String::valueOf).orElse(""),
                FAILURE.find(task).orElse(""),
                REFUSAL.find(task).orElse(""),
                CANCEL_REASON.find(task).orElse(""));
    }
}
