package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes away what the candidate has replaced. Template: {@code remove-old.json}. */
@Step(
        name = "remove-old",
        label = "Remove old",
        description =
                "Takes away the versions that stand beside the current candidate, once no user is served by them. After it the way"
                        + " back takes longer.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description = "The environment's key in the catalogue: production."),
        errors =
                @Step.Fault(
                        code = "deployment-failed",
                        variable = "failure",
                        description = "The old version still serves users, or the target said no."))
@Component
class RemoveOld implements WorkStep {

    private final Releases releases;
    private final Deployments deployments;

    RemoveOld(Releases releases, Deployments deployments) {
        this.releases = releases;
        this.deployments = deployments;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var environment = ENVIRONMENT.in(inputs);
        for (var artifact : releases.candidate(visit.release()).artifacts()) {
            var moving = deployments.removeOld(visit.release(), environment, artifact.component(), visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused("deployment-failed", artifact.component() + ": " + refused.reason());
            }
            visit.log(artifact.component() + ": " + Moved.words(moving));
        }
        return Result.DONE;
    }
}
