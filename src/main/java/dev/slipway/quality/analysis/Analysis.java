package dev.slipway.quality.analysis;

import dev.slipway.catalog.EnvironmentKey;
import dev.slipway.content.Digest;
import dev.slipway.release.ReleaseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version that is, or was, judged by how it does.
 *
 * @param former the version it takes the place of; empty where nothing was
 * @param share percent of the instances, or of the traffic, that it has
 * @param server the Prometheus that was asked; empty where none is known
 * @param looks how often it was looked at
 * @param finding null while it goes on
 * @param reason the finding in words; empty while it goes on
 * @param endedAt null while it goes on
 * @param evidence the digest of everything that Prometheus said; null while it goes on
 * @param judgements of the newest look
 */
public record Analysis(
        long id,
        String visit,
        ReleaseId release,
        Digest candidate,
        EnvironmentKey environment,
        String version,
        String former,
        int share,
        String server,
        Instant from,
        Instant until,
        Duration step,
        int looks,
        @Nullable Finding finding,
        String reason,
        @Nullable Instant endedAt,
        @Nullable Digest evidence,
        List<Judgement> judgements) {

    Analysis with(List<Judgement> newest) {
        return new Analysis(
                id,
                visit,
                release,
                candidate,
                environment,
                version,
                former,
                share,
                server,
                from,
                until,
                step,
                looks,
                finding,
                reason,
                endedAt,
                evidence,
                newest);
    }
}
