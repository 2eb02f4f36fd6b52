package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Moving;
import dev.slipway.deployment.Standing;
import dev.slipway.flow.step.Step;
import dev.slipway.release.ReleaseId;
import dev.slipway.release.Sequels;
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
    private final Sequels sequels;

    Restore(Deployments deployments, Sequels sequels) {
        this.deployments = deployments;
        this.sequels = sequels;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var spots = newestFirst(visit.release(), ENVIRONMENT.find(inputs));
        if (spots.isEmpty()) {
            visit.log("There is nothing to put back");
        }
        for (var at = 0; at < spots.size(); at++) {
            var spot = spots.get(at);
            var moving = deployments.restore(visit.release(), spot.environment(), spot.component(), visit.id());
            if (moving instanceof Moving.Refused refused) {
                return new Result.Refused(
                        "restore-failed", spot + ": " + refused.reason() + left(spots.subList(at + 1, spots.size())));
            }
            visit.log(spot + ": " + (spot.before().isEmpty() ? "taken away" : "back at " + spot.before()));
        }
        return Result.DONE;
    }

    /** What was changed, in the reverse of the order in which it was changed first: by the release itself, or by the one that it takes back. */
    private List<Standing> newestFirst(ReleaseId release, Optional<EnvironmentKey> asked) {
        var own = deployments.standing(release);
        var changed = own.isEmpty()
                ? sequels.original(release).map(deployments::standing).orElse(List.of())
                : own;
        var only = asked.or(() -> sequels.environment(release));
        var spots = new ArrayList<>(changed.stream()
                .filter(standing -> only.isEmpty() || only.get().equals(standing.environment()))
                .toList());
        Collections.reverse(spots);
        return spots;
    }

    /** What was changed before stays as it is until what was changed after is back. */
    private static String left(List<Standing> spots) {
        var names = spots.stream()
                .filter(Standing::isToBePutBack)
                .map(Standing::toString)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Not put back before that: " + names + ".";
    }
}
