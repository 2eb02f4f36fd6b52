package dev.slipway.quality.analysis;

import dev.slipway.content.Digest;
import dev.slipway.journal.Journaled;
import dev.slipway.release.ReleaseId;
import java.util.List;
import java.util.Map;

/** Everything that analyses tell the others. */
public sealed interface AnalysisEvent extends Journaled {

    ReleaseId release();

    @Override
    default String chain() {
        return release().value();
    }

    /** A version begins to be judged. */
    record Begun(ReleaseId release, String visit, String environment, int share, String former)
            implements AnalysisEvent {
        @Override
        public String act() {
            return "analysis.begun";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("visit", visit, "environment", environment, "share", share, "former", former);
        }
    }

    /** Something else decided before the version was judged: its health, an alert, or the end of the release. */
    record BrokenOff(ReleaseId release, String visit, String reason) implements AnalysisEvent {
        @Override
        public String act() {
            return "analysis.broken-off";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of("visit", visit, "reason", reason);
        }
    }

    /**
     * A version was judged.
     *
     * @param evidence the digest of everything that was measured
     */
    record Ended(
            ReleaseId release,
            long analysis,
            String visit,
            String environment,
            int share,
            Finding finding,
            String reason,
            Digest evidence,
            List<Judgement> judgements)
            implements AnalysisEvent {
        @Override
        public String act() {
            return "analysis.ended";
        }

        @Override
        public Map<String, ?> facts() {
            return Map.of(
                    "analysis", analysis,
                    "visit", visit,
                    "environment", environment,
                    "share", share,
                    "finding", finding.word(),
                    "reason", reason,
                    "evidence", evidence.hex(),
                    "criteria", judgements.stream().map(Ended::facts).toList());
        }

        private static Map<String, String> facts(Judgement judgement) {
            return Map.of(
                    "criterion", judgement.criterion(),
                    "finding", judgement.finding().word(),
                    "words", judgement.words());
        }
    }
}
