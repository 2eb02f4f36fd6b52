package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;
import static dev.slipway.flow.variable.StepVariables.SHARE;
import static dev.slipway.flow.variable.StepVariables.UNAVAILABLE;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.environment.Environments;
import dev.slipway.flow.step.Step;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Releases;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts the candidate on a share of an environment. Template: {@code deploy.json}. */
@Step(
        name = "deploy",
        label = "Deploy",
        description =
                "Puts all components of the current candidate on a share of an environment's instances. The release has"
                        + " to hold the claim on the environment.",
        inputs = {
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: staging."),
            @Step.Input(name = "share", label = "Share", description = "Percent of the instances, 1 to 100."),
            @Step.Input(
                    name = "unavailable",
                    label = "Instances out at once",
                    description =
                            "How many percent of the instances may be out at the same time; all where it is empty.",
                    optional = true)
        },
        errors =
                @Step.Fault(
                        code = "deployment-failed",
                        variable = "failure",
                        description = "The target, the claim, the digest or the guard against downgrades said no."))
@Component
class Deploy implements WorkStep {

    private final Releases releases;
    private final Deployments deployments;
    private final Environments environments;

    Deploy(Releases releases, Deployments deployments, Environments environments) {
        this.releases = releases;
        this.environments = environments;
        this.deployments = deployments;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var environment = ENVIRONMENT.in(inputs);
        var share = SHARE.in(inputs);
        var unavailable = UNAVAILABLE.find(inputs).orElse(100);
        for (var artifact : releases.candidate(visit.release()).artifacts()) {
            if (!concerns(visit.release(), environment, artifact.component())) {
                visit.log(artifact.component() + " is another release's by now and stays as it is");
                continue;
            }
            var moving = deployments.deploy(
                    visit.release(), environment, artifact.component(), share, unavailable, visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused("deployment-failed", artifact.component() + ": " + refused.reason());
            }
        }
        return Result.DONE;
    }

    /** A release that has ended puts right only what is still planned as it has left it. */
    private boolean concerns(ReleaseId release, EnvironmentKey environment, ComponentKey component) {
        return !releases.find(release).orElseThrow().state().ended()
                || environments
                        .occupancy(environment, component)
                        .filter(there -> there.release().equals(release))
                        .isPresent();
    }
}
