package dev.slipway.release;

import dev.slipway.content.Artifact;
import dev.slipway.content.Contents;
import dev.slipway.content.Digest;
import dev.slipway.identity.Authors;
import java.time.Instant;
import java.util.List;

/**
 * What is decided about: one revision of the release's contents with its artifacts.
 *
 * @param number from 1; rework makes the next
 * @param digest over the commit and all artifact digests; votes, evidence and gates name the candidate by it
 */
public record Candidate(
        ReleaseId release,
        int number,
        Digest digest,
        Contents contents,
        List<Artifact> artifacts,
        Authors authors,
        Instant madeAt) {}
