package dev.slipway.release;

import dev.slipway.catalog.Product;
import dev.slipway.content.Artifact;
import dev.slipway.content.ArtifactCheck;
import dev.slipway.content.Reading;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Holds what somebody says against Git and against the artifacts themselves; never inside a transaction, because it may take long. */
class ContentInspection {

    private final Surroundings around;

    ContentInspection(Surroundings around) {
        this.around = around;
    }

    Reading read(Product product, String from, String revision) {
        return around.contents(product, from, revision);
    }

    /** A flaw in the words of a plan, whose repository is its product's. */
    static Flaw flaw(Reading.Refused refused) {
        return new Flaw(refused.field().equals("repository") ? "product" : refused.field(), refused.reason());
    }

    List<Flaw> flaws(List<Artifact> artifacts) {
        return IntStream.range(0, artifacts.size())
                .mapToObj(index -> flaw(artifacts.get(index), "artifacts[" + index + "]"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Flaw> flaw(Artifact artifact, String field) {
        var check = around.check(artifact);
        if (check instanceof ArtifactCheck.Altered altered) {
            return Optional.of(new Flaw(
                    field + ".digest",
                    "What lies at " + artifact.location() + " has the digest " + altered.actual() + ", not "
                            + artifact.digest() + ". Give the digest of what was built, or put those bytes back."));
        }
        if (check instanceof ArtifactCheck.Unreachable unreachable) {
            return Optional.of(new Flaw(
                    field + ".location",
                    artifact.location() + " cannot be read: " + unreachable.reason()
                            + ". Give an address that Slipway can reach."));
        }
        return Optional.empty();
    }
}
