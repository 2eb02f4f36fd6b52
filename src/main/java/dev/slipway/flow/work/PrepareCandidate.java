package dev.slipway.flow.work;

import static dev.slipway.flow.variable.StepVariables.REVISION;
import static java.util.stream.Collectors.joining;

import dev.slipway.flow.step.Step;
import dev.slipway.release.Change;
import dev.slipway.release.Flaw;
import dev.slipway.release.Releases;
import java.util.Map;
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
                    description = "Tag, branch or commit; the revision of the candidate before where it is empty.",
                    optional = true),
            @Step.Input(
                    name = "artifact",
                    label = "Artifact",
                    description =
                            "Where the artifact lies, as a URI; that of the candidate before where it is empty. For a"
                                    + " product of several components: one line each, component=URI.",
                    optional = true),
            @Step.Input(
                    name = "digest",
                    label = "Digest",
                    description = "The artifact's SHA-256; for several components one line each, component=SHA-256.",
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
    private final NamedArtifacts artifacts;
    private final VisitRepository visits;
    private final TransactionTemplate transactions;

    PrepareCandidate(
            Releases releases, NamedArtifacts artifacts, VisitRepository visits, TransactionTemplate transactions) {
        this.releases = releases;
        this.artifacts = artifacts;
        this.visits = visits;
        this.transactions = transactions;
    }

    /** The result is kept with the candidate: done again, it would make another one. */
    @Override
    public Result work(Visit visit, Map<String, Object> inputs) {
        var present = releases.candidate(visit.release());
        var revision = REVISION.find(inputs).orElse(present.contents().to());
        var named = artifacts.in(inputs, present);
        if (named instanceof NamedArtifacts.Wrong wrong) {
            return new Result.Refused("candidate-refused", wrong.reason());
        }
        return transactions.execute(status -> {
            var change = releases.renew(visit.release(), revision, ((NamedArtifacts.Right) named).artifacts());
            var result = result(change);
            visits.remember(visit.release(), visit.id(), result);
            return result;
        });
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
