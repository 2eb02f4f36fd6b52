package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.ARTIFACTS;
import static dev.slipway.flow.variable.StepVariables.REVISION;
import static java.util.stream.Collectors.joining;

import dev.slipway.content.Artifact;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Change;
import dev.slipway.release.Flaw;
import dev.slipway.release.Releases;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the next candidate from what a person named. Template: {@code prepare-candidate.json}. */
@Step(
        name = "prepare-candidate",
        label = "Prepare candidate",
        description =
                "Makes the next candidate of the release from a revision and, where they have changed, the artifacts"
                        + " that were named in the task before: artifact as its location, digest as its SHA-256.",
        inputs = {
            @Step.Input(
                    name = "revision",
                    label = "Revision",
                    description =
                            "Tag, branch or commit; where it is empty, the revision of the candidate before, read anew.",
                    optional = true),
            @Step.Input(
                    name = "artifacts",
                    label = "Artifacts",
                    description =
                            "A line for each artifact that has changed: component, location, sha256:digest. Those that"
                                    + " are not named stay as they are.",
                    optional = true)
        },
        errors =
                @Step.Fault(
                        code = "candidate-refused",
                        variable = "refusal",
                        description = "The revision or an artifact is wrong; the reason names it and the cure."))
@Component
class PrepareCandidate implements WorkStep {

    private final Releases releases;
    private final VisitRepository visits;
    private final TransactionTemplate transactions;

    PrepareCandidate(Releases releases, VisitRepository visits, TransactionTemplate transactions) {
        this.releases = releases;
        this.visits = visits;
        this.transactions = transactions;
    }

    /** The result is kept with the candidate: done again, it would make another one. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var present = releases.candidate(visit.release());
        var revision = REVISION.find(inputs).orElse(present.contents().to());
        var named = NamedArtifacts.read(ARTIFACTS.find(inputs).orElse(""), present);
        if (named instanceof NamedArtifacts.Wrong wrong) {
            return new Result.Refused("candidate-refused", wrong.reason());
        }
        return renew(visit, revision, ((NamedArtifacts.Complete) named).artifacts());
    }

    private Result renew(Visit visit, String revision, List<Artifact> artifacts) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var result = result(releases.renew(visit.release(), revision, artifacts));
            visits.remember(visit.release(), visit.id(), result);
            return result;
        }));
    }

    private static Result result(Change change) {
        if (change instanceof Change.Refused refused) {
            var reasons = refused.flaws().stream().map(PrepareCandidate::words).collect(joining("; "));
            return new Result.Refused("candidate-refused", reasons);
        }
        return Result.DONE;
    }

    private static String words(Flaw flaw) {
        return flaw.field() + ": " + flaw.reason();
    }
}
