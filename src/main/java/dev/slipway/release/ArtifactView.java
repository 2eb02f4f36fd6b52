package dev.slipway.release;

import dev.slipway.content.Artifact;

/** An artifact as it is shown over HTTP. */
record ArtifactView(String component, String location, String digest) {

    static ArtifactView of(Artifact artifact) {
        return new ArtifactView(
                artifact.component().toString(),
                artifact.location().toString(),
                artifact.digest().hex());
    }
}
