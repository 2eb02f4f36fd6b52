package dev.slipway.flow.work;

import dev.slipway.catalog.Catalog;
import dev.slipway.catalog.Check;
import dev.slipway.deployment.Commands;
import dev.slipway.deployment.Commands.Command;
import dev.slipway.deployment.Commands.Run;
import dev.slipway.flow.step.Step;
import dev.slipway.quality.Attaching;
import dev.slipway.quality.Evidence;
import dev.slipway.quality.Quality;
import dev.slipway.release.Releases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs the product's checks and keeps what they found as evidence. Template: {@code run-checks.json}. */
@Step(
        name = "run-checks",
        label = "Run checks",
        description =
                "Runs the commands of the product's checks in the catalogue and keeps the JUnit XML that they write as"
                        + " evidence. Failing tests are no error: they are evidence, and the gate decides.",
        errors =
                @Step.Fault(
                        code = "check-failed",
                        variable = "failure",
                        description = "A check could not be run, or left no readable evidence behind."))
@Component
class RunChecks implements WorkStep {

    private static final String SARIF = ".sarif";

    private final Releases releases;
    private final Catalog catalog;
    private final Quality quality;
    private final Commands commands;
    private final CheckFolders folders;
    private final CheckVariables variables;
    private final VisitRepository visits;

    RunChecks(
            Releases releases,
            Catalog catalog,
            Quality quality,
            Commands commands,
            CheckFolders folders,
            CheckVariables variables,
            VisitRepository visits) {
        this.releases = releases;
        this.catalog = catalog;
        this.quality = quality;
        this.commands = commands;
        this.folders = folders;
        this.variables = variables;
        this.visits = visits;
    }

    /** The result is kept before the reports are thrown away: a check that is done is not run again. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws IOException {
        var release = releases.find(visit.release()).orElseThrow();
        var product = catalog.product(release.product()).orElseThrow();
        for (var check : product.checks()) {
            var flaw = run(check, visit, variables.of(release, product, visit));
            if (flaw.isPresent()) {
                return new Result.Refused("check-failed", check.name() + ": " + flaw.get());
            }
        }
        visits.remember(visit.release(), visit.id(), Result.DONE);
        folders.tidy(visit);
        return Result.DONE;
    }

    private Optional<String> run(Check check, Visit visit, Map<String, String> environment) throws IOException {
        visit.log("Check " + check.name());
        var folder = folders.of(visit, check);
        var run = commands.run(
                new Command(visit.id(), check.name(), check.command(), folder, environment, check.timeout()),
                visit::add);
        if (run instanceof Run.TimedOut) {
            return Optional.of("took longer than " + check.timeout().toSeconds() + " s and was ended");
        } else if (run instanceof Run.NotStarted not) {
            return Optional.of(not.reason());
        }
        return keep(check, visit, folder, (Run.Exited) run);
    }

    private Optional<String> keep(Check check, Visit visit, Path folder, Run.Exited run) throws IOException {
        var report = JunitReports.in(folder, check.evidence());
        if (report.isEmpty()) {
            return Optional.of("ended with exit code " + run.code() + " and left no " + check.evidence() + " behind"
                    + (run.lastWords().isEmpty() ? "" : ":\n" + run.lastWords()));
        }
        var scan = check.evidence().endsWith(SARIF) || check.evidence().endsWith(SARIF + ".json");
        var kind = scan ? Evidence.Kind.SARIF : Evidence.Kind.JUNIT;
        var ending = scan ? SARIF : ".xml";
        var attaching = quality.attach(visit.release(), check.name(), kind, check.name() + ending, report.get());
        return attaching instanceof Attaching.Refused refused
                ? Optional.of(check.evidence() + " cannot be kept: " + refused.reason())
                : Optional.empty();
    }
}
