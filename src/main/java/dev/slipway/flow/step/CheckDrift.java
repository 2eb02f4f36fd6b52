package dev.slipway.flow.step;

import static dev.slipway.flow.variable.StepVariables.DRIFT;
import static dev.slipway.flow.variable.StepVariables.DRIFT_ASKS;
import static dev.slipway.flow.variable.StepVariables.DRIFT_NUMBER;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.FAILURE;

import dev.slipway.environment.Drift;
import dev.slipway.environment.Repairs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks whether the drift that is to be put right still lasts. Template: {@code check-drift.json}. */
@Step(
        name = "check-drift",
        label = "Check drift",
        description = "Looks whether the drift that a flow was started for still lasts, and says where it is.",
        outputs = {
            @Step.Output(
                    name = "drift",
                    description =
                            "repair where it is to be put right, ask where a person decides, over where it has ended"),
            @Step.Output(name = "environment", description = "The environment's key, where it lasts."),
            @Step.Output(name = "failure", description = "What runs there instead of what is planned, where it lasts.")
        })
@Component
class CheckDrift implements JavaDelegate {

    private final Repairs repairs;

    CheckDrift(Repairs repairs) {
        this.repairs = repairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var lasting = repairs.lasting(Long.parseLong(DRIFT_NUMBER.in(execution)));
        var asks = Boolean.parseBoolean(DRIFT_ASKS.in(execution));
        DRIFT.set(execution, lasting.isEmpty() ? "over" : asks ? "ask" : "repair");
        lasting.ifPresent(drift -> describe(drift, execution));
    }

    private static void describe(Drift drift, DelegateExecution execution) {
        ENVIRONMENT.set(execution, drift.environment());
        FAILURE.set(
                execution,
                drift.component() + " " + drift.planned() + " is planned in " + drift.environment() + ", but "
                        + drift.actual() + " runs");
    }
}
