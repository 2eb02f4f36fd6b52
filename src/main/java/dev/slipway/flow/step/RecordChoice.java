package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.CHOICE;
import static dev.slipway.flow.variable.StepVariables.FIELD;

import dev.slipway.flow.FlowEvent;
import dev.slipway.flow.FlowText;
import dev.slipway.flow.variable.ProcessVariable;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes what a person submitted a result that a flow may follow. Template: {@code record-choice.json}. */
@Step(
        name = "record-choice",
        label = "Record choice",
        description = "Reads the field that a person submitted in the task before and writes it down; flows follow the"
                + " choice, never the field.",
        inputs =
                @Step.Input(
                        name = "field",
                        label = "Field",
                        description = "The key of the field in the form of the task before: rollOut."),
        outputs = @Step.Output(name = "choice", description = "the submitted value, as text"))
@Component
class RecordChoice implements JavaDelegate {

    private final ApplicationEventPublisher events;

    RecordChoice(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var field = FIELD.in(execution);
        var choice = FlowText.bounded(ProcessVariable.text(field).in(execution), FlowText.SHORT);
        CHOICE.set(execution, choice);
        events.publishEvent(new FlowEvent.ChoiceRecorded(Releasing.of(execution), field, choice));
    }
}
