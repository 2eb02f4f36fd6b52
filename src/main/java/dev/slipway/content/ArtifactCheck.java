package dev.slipway.content;

/** Whether an artifact is what it was when the candidate was made. */
public sealed interface ArtifactCheck {

    record Intact(long bytes) implements ArtifactCheck {}

    record Altered(Digest actual) implements ArtifactCheck {}

    record Unreachable(String reason) implements ArtifactCheck {}
}
