package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.GATE;
import static dev.slipway.flow.variable.StepVariables.GATE_VERDICT;

import dev.slipway.quality.Quality;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Holds the current candidate's evidence against a gate. Template: {@code assess-gate.json}. */
@Step(
        name = "assess-gate",
        label = "Assess gate",
        description =
                "Holds the current candidate's evidence against the criteria that the decision table quality-gate has"
                        + " for the gate.",
        inputs =
                @Step.Input(
                        name = "gate",
                        label = "Gate",
                        description = "The gate, as quality-gate knows it: qa-exit."),
        outputs =
                @Step.Output(
                        name = "gateVerdict",
                        description = "passed, failed, or missing where evidence is not there"))
@Component
class AssessGate implements JavaDelegate {

    private final Quality quality;

    AssessGate(Quality quality) {
        this.quality = quality;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var gate = quality.assess(Releasing.of(execution), GATE.in(execution));
        GATE_VERDICT.set(execution, gate.verdict());
    }
}
