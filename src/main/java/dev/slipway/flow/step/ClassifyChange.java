package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.CHANGE_TYPE;

import dev.slipway.release.ChangeRecords;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks what type of change the release is. Template: {@code classify-change.json}. */
@Step(
        name = "classify-change",
        label = "Classify change",
        description =
                "Asks the decision table change-type what type of change the release is. The type is kept, and asked for"
                        + " again only for a new candidate or a plan that was amended before the change was authorised.",
        outputs = @Step.Output(name = "changeType", description = "standard, normal or emergency"))
@Component
class ClassifyChange implements JavaDelegate {

    private final ChangeRecords changes;

    ClassifyChange(ChangeRecords changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CHANGE_TYPE.set(execution, changes.classify(Releasing.of(execution)));
    }
}
