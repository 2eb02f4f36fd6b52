package dev.slipway.quality.analysis;

import dev.slipway.quality.statistics.Errors;
import java.time.Instant;
import java.util.List;

/**
 * Everything that an analysis has to go by, as it is kept for good.
 *
 * @param errors how often the last look could be wrong
 */
record Measurements(
        String release,
        String environment,
        String version,
        String former,
        int share,
        String server,
        Instant from,
        Instant until,
        Errors errors,
        List<Recording> recordings) {

    /** What follows from them; always the same. */
    List<Judgement> judge() {
        return recordings.stream()
                .flatMap(recording -> Judge.judge(recording, errors).stream())
                .toList();
    }
}
