package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.CHOICE;
import static dev.slipway.flow.variable.StepVariables.CHOICE_REASON;
import static dev.slipway.flow.variable.StepVariables.FIELD;
import static dev.slipway.flow.variable.StepVariables.REASON;

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
                        description = "The key of the field in the form of the task before: nextStep."),
        outputs = {
            @Step.Output(name = "choice", description = "the submitted value, as text"),
            @Step.Output(
                    name = "choiceReason",
                    description = "what was written in the form's field reason; empty if nothing")
        })
@Component
class RecordChoice implements JavaDelegate {

    private final ApplicationEventPublisher events;

    RecordChoice(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** A form leaves out fields that it hides: a reason that stayed behind would be taken for that of the next choice. */
    @Override
    public void execute(DelegateExecution execution) {
        var field = FIELD.in(execution);
        var choice = FlowText.bounded(ProcessVariable.text(field).in(execution), FlowText.SHORT);
        var reason = FlowText.bounded(REASON.find(execution).orElse(""), FlowText.LONG);
        CHOICE.set(execution, choice);
        CHOICE_REASON.set(execution, reason);
        execution.removeVariable(REASON.name());
        events.publishEvent(new FlowEvent.ChoiceRecorded(Releasing.of(execution), field, choice, reason));
    }
}
