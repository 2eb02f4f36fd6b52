package dev.slipway.content;

/** The bytes of an artifact cannot be had. Trying again may help; otherwise put the artifact back where it was. */
public class ArtifactUnavailable extends RuntimeException {

    ArtifactUnavailable(Artifact artifact, String reason, Throwable cause) {
        super("artifact " + artifact.digest().brief() + " of " + artifact.component() + ": " + reason, cause);
    }
}
