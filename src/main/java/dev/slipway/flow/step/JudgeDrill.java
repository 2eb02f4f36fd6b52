package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.DRILL_OUTCOME;
import static dev.slipway.flow.variable.StepVariables.DRILL_REASON;
import static dev.slipway.flow.variable.StepVariables.FAILURE;
import static dev.slipway.flow.variable.StepVariables.HAND_NEEDED;

import dev.slipway.drill.Drills;
import dev.slipway.flow.FlowText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what the drill has shown. Template: {@code judge-drill.json}. */
@Step(
        name = "judge-drill",
        label = "Judge drill",
        description =
                "Stops the clock, compares how long going back took with how long it may take, and what is there now with what was there"
                        + " before, and keeps the evidence. A failure on the way, or a hand that was needed, makes it a failed drill.",
        inputs = {
            @Step.Input(
                    name = "failure",
                    label = "Failure",
                    description = "What went wrong on the way; empty where nothing did.",
                    optional = true),
            @Step.Input(
                    name = "handNeeded",
                    label = "Hand needed",
                    description = "Why a person had to help going back; empty where nobody had to.",
                    optional = true)
        },
        outputs = {
            @Step.Output(name = "drillOutcome", description = "good, too-slow or failed"),
            @Step.Output(name = "drillReason", description = "the same in words, with the time it took")
        })
@Component
class JudgeDrill implements JavaDelegate {

    private final Drills drills;

    JudgeDrill(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var failure = FAILURE.find(execution).or(() -> HAND_NEEDED.find(execution));
        var drill = drills.judge(Releasing.of(execution), failure.orElse(""));
        DRILL_OUTCOME.set(execution, drill.outcome());
        DRILL_REASON.set(execution, FlowText.bounded(drill.reason(), FlowText.LONG));
    }
}
