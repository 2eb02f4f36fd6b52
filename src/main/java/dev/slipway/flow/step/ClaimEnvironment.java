package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.WAITS_FOR;

import dev.slipway.environment.Claiming.Held;
import dev.slipway.environment.Environments;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Claims the environment for this release, or says which release holds it. Template: {@code claim-environment.json}. */
@Step(
        name = "claim-environment",
        label = "Claim environment",
        description = "Claims all of the release's components in an environment, exclusively, or none. A release that"
                + " already holds the claim keeps it.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description = "The environment's key in the catalogue: staging."),
        errors =
                @Step.Fault(
                        code = "environment-held",
                        variable = "waitsFor",
                        description =
                                "Another release holds it. Wait for the message environment-free, then claim again."))
@Component
class ClaimEnvironment implements JavaDelegate {

    private final Environments environments;

    ClaimEnvironment(Environments environments) {
        this.environments = environments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var claiming = environments.claim(Releasing.of(execution), ENVIRONMENT.in(execution));
        if (claiming instanceof Held held) {
            var reason = held.environment() + " is held by " + held.by();
            WAITS_FOR.set(execution, reason);
            throw new BpmnError("environment-held", reason);
        }
    }
}
