package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.flow.step.Step;
import dev.slipway.release.ReleaseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts back what was there before the release. Template: {@code restore.json}. */
@Step(
        name = "restore",
        label = "Restore",
        description =
                "Puts back what was there before the release changed it: what was changed last first. It stops at the first component that"
                        + " cannot be put back; tried again it goes on from there.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description =
                                "The environment's key in the catalogue; where it is empty, every environment that the"
                                        + " release has changed.",
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
        var spots = newestFirst(visit.release(), ENVIRONMENT.find(inputs));
        if (spots.isEmpty()) {
            visit.log("The release has changed nothing: there is nothing to put back");
        }
        for (var at = 0; at < spots.size(); at++) {
            var spot = spots.get(at);
            var moving = deployments.restore(visit.release(), spot.environment(), spot.component(), visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused(
                        "restore-failed", spot + ": " + refused.reason() + left(spots.subList(at + 1, spots.size())));
            }
        }
        return Result.DONE;
    }

    /** What the release has moved, in the reverse of the order in which it moved it first. */
    private List<Spot> newestFirst(ReleaseId release, Optional<EnvironmentKey> only) {
        var spots = new ArrayList<>(deployments.of(release).stream()
                .filter(move -> only.isEmpty() || only.get().equals(move.environment()))
                .map(move -> new Spot(move.environment(), move.component()))
                .distinct()
                .toList());
        Collections.reverse(spots);
        return spots;
    }

    /** What was changed before stays as it is until what was changed after is back. */
    private static String left(List<Spot> spots) {
        return spots.isEmpty()
                ? ""
                : " Not put back before that: "
                        + spots.stream().map(Spot::toString).collect(Collectors.joining(", ")) + ".";
    }

    private record Spot(EnvironmentKey environment, ComponentKey component) {

        @Override
        public String toString() {
            return component + " in " + environment;
        }
    }
}
