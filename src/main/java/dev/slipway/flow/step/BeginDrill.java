package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.drill.Drills;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says where the drill is held. Template: {@code begin-drill.json}. */
@Step(
        name = "begin-drill",
        label = "Begin drill",
        description = "Says in which environment the drill is held that this release carries.",
        outputs =
                @Step.Output(
                        name = "environment",
                        description = "The environment's key in the catalogue; never one that users are in."))
@Component
class BeginDrill implements JavaDelegate {

    private final Drills drills;

    BeginDrill(Drills drills) {
        this.drills = drills;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var drill = drills.of(Releasing.of(execution)).orElseThrow();
        ENVIRONMENT.set(execution, drill.environment());
    }
}
