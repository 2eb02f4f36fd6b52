package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.environment.Environments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the environment to whoever waits for it. Template: {@code free-environment.json}. */
@Step(
        name = "free-environment",
        label = "Free environment",
        description = "Gives the release's claim on an environment up and tells the release that waits for it.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description = "The environment's key in the catalogue: staging."))
@Component
class FreeEnvironment implements JavaDelegate {

    private final Environments environments;

    FreeEnvironment(Environments environments) {
        this.environments = environments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        environments.release(Releasing.of(execution), ENVIRONMENT.in(execution));
    }
}
