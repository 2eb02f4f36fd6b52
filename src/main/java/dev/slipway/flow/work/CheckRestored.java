package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.ComponentKey;
import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.deployment.Deployments;
import dev.slipway.deployment.Move;
import dev.slipway.flow.step.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether what was put back answers, and is the right version. Template: {@code check-restored.json}. */
@Step(
        name = "check-restored",
        label = "Check restored",
        description =
                "Asks every component that was put back for /health, which has to answer 200, and /version, which has to contain the"
                        + " version that was there before. Tries for a while, because a component needs time to start.",
        inputs =
                @Step.Input(
                        name = "environment",
                        label = "Environment",
                        description =
                                "The environment's key in the catalogue; where it is empty, every environment in which something was"
                                        + " put back.",
                        optional = true),
        errors =
                @Step.Fault(
                        code = "restore-failed",
                        variable = "failure",
                        description = "A component does not answer, or is not the version that was there before."))
@Component
class CheckRestored implements WorkStep {

    private final Deployments deployments;
    private final Catalog catalog;
    private final Endpoints endpoints;
    private final ProbeProperties settings;

    CheckRestored(Deployments deployments, Catalog catalog, Endpoints endpoints, ProbeProperties settings) {
        this.deployments = deployments;
        this.catalog = catalog;
        this.endpoints = endpoints;
        this.settings = settings;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        for (var back : restored(visit, ENVIRONMENT.find(inputs))) {
            var finding = finding(back);
            if (finding.isPresent()) {
                visit.log(finding.get());
                return new Result.Refused(
                        "restore-failed",
                        back.version() + " was put back to " + back.environment() + ", but " + finding.get());
            }
            visit.log(back.component() + " in " + back.environment() + " is back at " + back.version());
        }
        return Result.DONE;
    }

    /** What was put back, and not changed again since. */
    private List<Move> restored(Visit visit, Optional<EnvironmentKey> only) {
        Map<Spot, Move> last = new LinkedHashMap<>();
        deployments.of(visit.release()).stream()
                .filter(move -> only.isEmpty() || only.get().equals(move.environment()))
                .filter(move -> move.status() == Move.Status.DONE)
                .forEach(move -> last.put(new Spot(move.environment(), move.component()), move));
        return last.values().stream()
                .filter(move -> move.direction() == Move.Direction.BACK
                        && !move.version().isEmpty())
                .toList();
    }

    private Optional<String> finding(Move back) throws InterruptedException {
        var target = catalog.target(back.environment(), back.component())
                .filter(there -> !there.url().isBlank());
        if (target.isEmpty()) {
            return Optional.empty();
        }
        for (var attempt = 1; ; attempt++) {
            var illness = endpoints.illness(target.get());
            var finding = illness.isPresent() ? illness : endpoints.otherVersion(target.get(), back.version());
            if (finding.isEmpty() || attempt >= settings.tries()) {
                return finding;
            }
            Thread.sleep(settings.pause().toMillis());
        }
    }

    private record Spot(EnvironmentKey environment, ComponentKey component) {}
}
