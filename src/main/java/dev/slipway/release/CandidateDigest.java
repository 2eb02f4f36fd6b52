package dev.slipway.release;

import dev.slipway.content.Artifact;
import dev.slipway.content.Digest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest by which votes, evidence and gates name a candidate: over the commit and, sorted, each component with its artifact's digest. */
final class CandidateDigest {

    private CandidateDigest() {}

    static Digest of(String commit, List<Artifact> artifacts) {
        var lines = artifacts.stream()
                .map(artifact -> artifact.component() + " " + artifact.digest())
                .sorted();
        return Sha256.of(Stream.concat(Stream.of(commit), lines).collect(Collectors.joining("\n")));
    }
}
