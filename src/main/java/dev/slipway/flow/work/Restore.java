package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.deployment.Moving;
import dev.slipway.flow.step.Step;
import dev.slipway.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts back what was there before the release. Template: {@code restore.json}. */
@Step(
        name = "restore",
        label = "Restore",
        description = "Puts back what was in an environment before the release changed it.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description =
                                "The environment's key in the catalogue; where it is empty, every environment that the"
                                        + " release has changed, the newest first.",
                        optional = true),
        errors =
                @Step.Fault(
                        code = "restore-failed",
                        variable = "failure",
                        description = "A target could not be put back; somebody has to look at it."))
@Component
class Restore implements WorkStep {

    private final Deployments deployments;

    Restore(Deployments deployments) {
        this.deployments = deployments;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var environments = ENVIRONMENT.find(inputs).map(List::of).orElseGet(() -> newestFirst(visit.release()));
        if (environments.isEmpty()) {
            visit.log("The release has changed nothing: there is nothing to put back");
        }
        for (var environment : environments) {
            for (var component : touched(visit.release(), environment)) {
                var moving = deployments.restore(visit.release(), environment, component, visit.id());
                if (moving instanceof Moving.Refused refused) {
                    return new Result.Refused(
                            "restore-failed", component + " in " + environment + ": " + refused.reason());
                }
            }
        }
        return Result.DONE;
    }

    private List<EnvironmentKey> newestFirst(ReleaseId release) {
        var environments = new ArrayList<>(deployments.touched(release));
        Collections.reverse(environments);
        return environments;
    }

    private List<ComponentKey> touched(ReleaseId release, EnvironmentKey environment) {
        return deployments.of(release).stream()
                .filter(move -> move.environment().equals(environment))
                .map(Move::component)
                .distinct()
                .toList();
    }
}
