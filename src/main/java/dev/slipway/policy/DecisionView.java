package dev.slipway.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A decision as it is shown over HTTP. */
record DecisionView(
        String release,
        String table,
        String version,
        Instant at,
        String words,
        List<Explanation.MatchedRule> because,
        List<String> nearly,
        Map<String, Object> facts,
        List<Map<String, Object>> outputs) {

    static DecisionView of(Explanation explanation) {
        var kept = explanation.evaluation();
        return new DecisionView(
                kept.release(),
                kept.table(),
                kept.version(),
                kept.at(),
                explanation.sentence(),
                explanation.because(),
                explanation.nearly().stream().map(Explanation.NearMiss::words).toList(),
                kept.facts(),
                kept.outputs());
    }
}
