package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.APART;
import static dev.slipway.flow.variable.StepVariables.ENVIRONMENT;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.catalog.TargetDescription;
import dev.slipway.deployment.spi.NotYet;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks whether what was deployed answers, and is the right version. Template: {@code smoke-check.json}. */
@Step(
        name = "smoke-check",
        label = "Smoke check",
        description =
                "Asks every component in an environment for /health, which has to answer 200, and /version, which has"
                        + " to contain the release's version. Tries for a while, because a component needs time to start.",
        inputs = {
            @Step.Input(
                    name = "environment",
                    label = "Environment",
                    description = "The environment's key in the catalogue: staging."),
            @Step.Input(
                    name = "apart",
                    label = "Ask it apart",
                    description =
                            "yes asks the candidate where it stands beside another version, and nobody where that cannot be"
                                    + " told; prefer asks where users ask then.",
                    optional = true,
                    choices = {"no", "yes", "prefer"})
        },
        errors =
                @Step.Fault(
                        code = "smoke-failed",
                        variable = "failure",
                        description = "A component does not answer, or is not the version that was deployed."))
@Component
class SmokeCheck implements WorkStep {

    private final Releases releases;
    private final Endpoints endpoints;
    private final Lookout lookout;
    private final RemoteChecks remote;
    private final ProbeProperties settings;

    SmokeCheck(Releases releases, Endpoints endpoints, Lookout lookout, RemoteChecks remote, ProbeProperties settings) {
        this.releases = releases;
        this.endpoints = endpoints;
        this.lookout = lookout;
        this.remote = remote;
        this.settings = settings;
    }

    @Override
    public boolean onlyLooks() {
        return true;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws InterruptedException {
        var version = releases.find(visit.release()).orElseThrow().version();
        var environment = ENVIRONMENT.in(inputs);
        var apart = APART.find(inputs).orElse("no");
        for (var target : asked(visit, environment, version, apart)) {
            var finding = persistentFinding(target, version);
            if (finding.isPresent()) {
                visit.log(finding.get());
                lookout.failed(visit, environment, finding.get());
                return new Result.Refused("smoke-failed", finding.get());
            }
            visit.log(target.component() + " answers as " + version);
        }
        for (var target : endpoints.far(visit.release(), environment)) {
            var found = remote.smokeCheck(visit, target, version, apart.equals("yes"))
                    .orElseThrow(() -> new NotYet(settings.pause()));
            if (!found.flaw().isEmpty()) {
                lookout.failed(visit, environment, found.flaw());
                return new Result.Refused("smoke-failed", found.flaw());
            }
        }
        return Result.DONE;
    }

    private List<TargetDescription> asked(Visit visit, EnvironmentKey environment, String version, String apart) {
        return switch (apart) {
            case "yes" -> endpoints.apart(visit.release(), environment, version);
            case "prefer" -> endpoints.preferApart(visit.release(), environment);
            default -> endpoints.near(visit.release(), environment);
        };
    }

    private Optional<String> persistentFinding(TargetDescription target, String version) throws InterruptedException {
        for (var attempt = 1; ; attempt++) {
            var illness = endpoints.illness(target);
            var finding = illness.isPresent() ? illness : endpoints.otherVersion(target, version);
            if (finding.isEmpty() || attempt >= settings.tries()) {
                return finding;
            }
            Thread.sleep(settings.pause().toMillis());
        }
    }
}
