package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.SHARE;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leads a share of the users to the candidate. Template: {@code shift-traffic.json}. */
@Step(
        name = "shift-traffic",
        label = "Shift traffic",
        description =
                "Leads a share of the users of all components to the current candidate, and the rest to the version before. Where two"
                        + " versions cannot stand beside each other, it moves as many instances instead.",
        inputs = {
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: production."),
            @Step.Input(name = "share", label = "Share", description = "Percent of the users, 1 to 100.")
        },
        errors =
                @Step.Fault(
                        code = "deployment-failed",
                        variable = "failure",
                        description = "The target or the claim said no."))
@Component
class ShiftTraffic implements WorkStep {

    private final Releases releases;
    private final Deployments deployments;

    ShiftTraffic(Releases releases, Deployments deployments) {
        this.releases = releases;
        this.deployments = deployments;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var environment = ENVIRONMENT.in(inputs);
        for (var artifact : releases.candidate(visit.release()).artifacts()) {
            var moving =
                    deployments.shift(visit.release(), environment, artifact.component(), SHARE.in(inputs), visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused("deployment-failed", artifact.component() + ": " + refused.reason());
            }
            visit.log(artifact.component() + ": " + Moved.words(moving));
        }
        return Result.DONE;
    }
}
