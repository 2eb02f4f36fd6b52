package dev.slipway.flow.work;

import dev.slipway.content.ArtifactCheck.Altered;
import dev.slipway.content.ArtifactCheck.Intact;
import dev.slipway.content.ArtifactCheck.Unreachable;
import dev.slipway.content.Artifacts;
import dev.slipway.flow.step.Step;
import dev.slipway.release.Releases;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Holds every artifact of the candidate against its digest. Template: {@code verify-artifacts.json}. */
@Step(
        name = "verify-artifacts",
        label = "Verify artifacts",
        description = "Fetches every artifact of the current candidate and holds it against its digest.",
        errors =
                @Step.Fault(
                        code = "artifact-altered",
                        variable = "failure",
                        description = "An artifact is not what it was when the candidate was made."))
@Component
class VerifyArtifacts implements WorkStep {

    private final Releases releases;
    private final Artifacts artifacts;

    VerifyArtifacts(Releases releases, Artifacts artifacts) {
        this.releases = releases;
        this.artifacts = artifacts;
    }

    @Override
    public Result work(Visit visit, Map<String, Object> inputs) throws IOException {
        for (var artifact : releases.candidate(visit.release()).artifacts()) {
            var check = artifacts.check(artifact);
            if (check instanceof Altered altered) {
                return new Result.Refused(
                        "artifact-altered",
                        artifact.component() + " at " + artifact.location() + " has digest "
                                + altered.actual().brief() + " instead of "
                                + artifact.digest().brief());
            } else if (check instanceof Unreachable unreachable) {
                throw new IOException(artifact.location() + " cannot be read: " + unreachable.reason());
            } else if (check instanceof Intact intact) {
                visit.log(artifact.component() + ": " + intact.bytes() + " bytes, digest as expected");
            }
        }
        return Result.DONE;
    }
}
