package dev.slipway.quality;

import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.time.Instant;
import java.util.List;

/** One assessment of a candidate: criterion, measured, required, verdict. The worst criterion decides: failed, then missing. */
public record Gate(
        ReleaseId release, Digest candidate, String name, List<Criterion> criteria, Verdict verdict, Instant at) {

    Gate with(List<Criterion> lines) {
        return new Gate(release, candidate, name, lines, verdict, at);
    }
}
