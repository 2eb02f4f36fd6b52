package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the candidate beside the version that serves. Template: {@code install-beside.json}. */
@Step(
        name = "install-beside",
        label = "Install beside",
        description =
                "Puts all components of the current candidate beside the versions that serve users, where no user sees them. Where"
                        + " two versions cannot stand beside each other, nothing happens: Shift traffic moves instances there.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description = "The environment's key in the catalogue: production."),
        errors =
                @Step.Fault(
                        code = "deployment-failed",
                        variable = "failure",
                        description = "The target, the claim, the digest or the guard against downgrades said no."))
@Component
class InstallBeside implements WorkStep {

    private final Releases releases;
    private final Deployments deployments;

    InstallBeside(Releases releases, Deployments deployments) {
        this.releases = releases;
        this.deployments = deployments;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var environment = ENVIRONMENT.in(inputs);
        for (var artifact : releases.candidate(visit.release()).artifacts()) {
            var moving = deployments.installBeside(visit.release(), environment, artifact.component(), visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused("deployment-failed", artifact.component() + ": " + refused.reason());
            }
            visit.log(artifact.component() + ": " + Moved.words(moving));
        }
        return Result.DONE;
    }
}
